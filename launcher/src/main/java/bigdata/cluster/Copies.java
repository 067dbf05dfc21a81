package bigdata.cluster;

import bigdata.hdfs.WebHdfs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * How many copies files ask for, looked at for a number of DataNodes.
 *
 * @param most as many as there are DataNodes
 * @param bytes of all copies once no file asks for more than that
 * @param tooMany the files that ask for more
 */
record Copies(int most, long bytes, List<String> tooMany) {
    private static final int STEP = 1000; // files between two lines of progress

    static Copies of(WebHdfs hdfs, int most) throws IOException, InterruptedException {
        long[] bytes = {0};
        List<String> tooMany = new ArrayList<>();
        hdfs.walk(file -> {
            bytes[0] += file.length() * Math.min(file.copies(), most);
            if (file.copies() > most) {
                tooMany.add(file.path());
            }
        });
        return new Copies(most, bytes[0], tooMany);
    }

    /** Makes each of those files ask for as many copies as there are DataNodes. */
    void lower(WebHdfs hdfs, PrintWriter out) throws IOException, InterruptedException {
        for (int i = 0; i < tooMany.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            hdfs.setCopies(tooMany.get(i), most);
            if ((i + 1) % STEP == 0 || i + 1 == tooMany.size()) {
                out.printf("  %1$,d of %2$,d files that asked for more than %3$d copies ask for %3$d%n", i + 1, tooMany.size(), most);
            }
        }
    }
}
