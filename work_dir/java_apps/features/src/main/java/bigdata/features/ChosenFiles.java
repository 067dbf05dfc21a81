package bigdata.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;

/** Hadoop's lines of text, of exactly the files that were checked: names are not taken for globs again. */
public final class ChosenFiles extends TextInputFormat {
    private static final String FILES = "bigdata.features.files";
    private static final long SMALLEST_SPLIT = 4L << 20;
    private static final long LARGEST_SPLIT = 128L << 20;

    /** A configuration that reads the files of the input in about two splits for each core, or as a user sets it. */
    static Configuration configuration(Configuration base, Input input, int cores) {
        Configuration configuration = new Configuration(base);
        configuration.set(FILES, input.files().stream().map(Path::toString).collect(Collectors.joining("\n")));
        configuration.set("textinputformat.record.delimiter", "\n"); // a lone \r ends no line
        long share = input.bytes() / (2L * cores);
        long size = Math.max(SMALLEST_SPLIT, Math.min(LARGEST_SPLIT, share));
        configuration.setLong(FileInputFormat.SPLIT_MAXSIZE, base.getLong(FileInputFormat.SPLIT_MAXSIZE, size));
        return configuration;
    }

    @Override
    protected List<FileStatus> listStatus(JobContext job) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        for (String name : job.getConfiguration().getRaw(FILES).split("\n")) {
            Path path = new Path(name);
            files.add(path.getFileSystem(job.getConfiguration()).getFileStatus(path));
        }
        return files;
    }
}
