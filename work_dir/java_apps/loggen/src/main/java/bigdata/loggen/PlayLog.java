package bigdata.loggen;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** log2: the plays, in the order of their time. */
record PlayLog(World world, Population population, Catalogue catalogue, Rhythm rhythm) implements Log {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int DEVICES = 3;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

    @Override
    public String folder() {
        return "log2.csv";
    }

    @Override
    public String header() {
        return "hour;userId;songId;genderId;deviceId";
    }

    @Override
    public long lines() {
        return world.plays();
    }

    @Override
    public void write(int block, Lines out) throws IOException {
        new Writer(block, out).write();
    }

    /** One block, line by line. */
    private final class Writer {
        private final int block;
        private final Lines out;
        private final Dice dice;
        private final Dirt dirt = new Dirt(world.seed(), world.dirt(), lines(), Flaw.OF_LOG2);
        private long day = -1;
        private String date;

        Writer(int block, Lines out) {
            this.block = block;
            this.out = out;
            this.dice = Dice.of(world.seed(), Dice.Stream.PLAYS, block);
        }

        void write() throws IOException {
            Dirt.Spot spot = dirt.from(first(block));
            for (long line = first(block); line < first(block + 1); line++) {
                int user = population.draw(dice);
                int genre = catalogue.drawGenre(population.favourite(user), population.second(user), dice);
                int song = catalogue.drawSong(genre, dice);
                int device = 1 + dice.below(DEVICES);
                long second = rhythm.second((double) line / lines());
                if (line == spot.line()) {
                    writeFlawed(spot.flaw(), second, population.id(user), song, genre, device);
                    spot = dirt.from(line + 1);
                } else {
                    write(second, population.id(user), song, genre, device);
                }
            }
        }

        private void write(long second, int id, int song, int genre, int device) throws IOException {
            int ofDay = (int) (second % SECONDS_A_DAY);
            out.text(date(second)).sign(' ').padded(ofDay / 3600, 2).sign(':').padded(ofDay / 60 % 60, 2).sign(':')
                .padded(ofDay % 60, 2).sign(';').number(id).sign(';').number(song).sign(';').number(genre).sign(';')
                .number(device).sign('_').number(id).end();
        }

        private void writeFlawed(Flaw flaw, long second, int id, int song, int genre, int device) throws IOException {
            int ofDay = (int) (second % SECONDS_A_DAY);
            String hour = String.format(Locale.ROOT, "%s %02d:%02d:%02d", date(second), ofDay / 3600, ofDay / 60 % 60,
                ofDay % 60);
            out.raw(flaw.spoil(1, hour, String.valueOf(id), String.valueOf(song), String.valueOf(genre), device + "_" + id))
                .end();
        }

        private String date(long second) {
            if (second / SECONDS_A_DAY != day) {
                day = second / SECONDS_A_DAY;
                LocalDate today = world.start().plusDays(day);
                date = DATE.format(today);
            }
            return date;
        }
    }
}
