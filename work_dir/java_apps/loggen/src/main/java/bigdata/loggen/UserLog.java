package bigdata.loggen;

import java.io.IOException;

/** log1: a line for every user. */
record UserLog(World world, Population population) implements Log {
    @Override
    public String folder() {
        return "log1.csv";
    }

    @Override
    public String header() {
        return "userId;region;type;paid";
    }

    @Override
    public long lines() {
        return population.size();
    }

    @Override
    public void write(int block, Lines out) throws IOException {
        Dirt dirt = new Dirt(world.seed(), world.dirt(), lines(), Flaw.OF_LOG1);
        Dirt.Spot spot = dirt.from(first(block));
        for (long line = first(block); line < first(block + 1); line++) {
            if (line == spot.line()) {
                writeFlawed(spot, out);
                spot = dirt.from(line + 1);
            } else {
                write((int) line, population.region((int) line), out);
            }
        }
    }

    private void write(int user, int region, Lines out) throws IOException {
        out.number(population.id(user)).sign(';').number(region).sign(';').number(population.type(user)).sign(';')
            .text(String.valueOf(population.paid(user))).end();
    }

    /** A conflict is a second, different line of a user whose own line is well formed: both are malformed then. */
    private void writeFlawed(Dirt.Spot spot, Lines out) throws IOException {
        if (spot.flaw() == Flaw.CONFLICT) {
            int other = (int) spot.neighbour();
            write(other, (population.region(other) + 1) % Population.REGIONS, out);
            return;
        }
        int user = (int) spot.line();
        out.raw(spot.flaw().spoil(0, String.valueOf(population.id(user)), String.valueOf(population.region(user)),
            String.valueOf(population.type(user)), String.valueOf(population.paid(user)))).end();
    }
}
