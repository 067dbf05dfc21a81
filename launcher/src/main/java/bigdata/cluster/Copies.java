package bigdata.cluster;

import bigdata.hdfs.WebHdfs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * How many copies files ask for, looked at for a number of workers.
 *
 * @param bytes of all copies once no file asks for more than there are workers
 * @param tooMany the files that ask for more
 */
record Copies(long bytes, List<String> tooMany) {
    private static final int STEP = 1000; // files between two lines of progress

    static Copies of(WebHdfs hdfs, int workers) throws IOException, InterruptedException {
        long[] bytes = {0};
        List<String> tooMany = new ArrayList<>();
        hdfs.walk(file -> {
            bytes[0] += file.length() * Math.min(file.copies(), workers);
            if (file.copies() > workers) {
                tooMany.add(file.path());
            }
        });
        return new Copies(bytes[0], tooMany);
    }

    /** Makes each of those files ask for as many copies as there are workers. */
    void lower(WebHdfs hdfs, int workers, PrintWriter out) throws IOException, InterruptedException {
        for (int i = 0; i < tooMany.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (i % STEP == 0) {
                out.printf("  %,d of %,d files ask for at most %d copies now%n", i, tooMany.size(), workers);
            }
            hdfs.setCopies(tooMany.get(i), workers);
        }
    }
}
