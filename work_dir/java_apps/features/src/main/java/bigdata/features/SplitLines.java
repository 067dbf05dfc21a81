package bigdata.features;

import java.util.Iterator;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import scala.Tuple2;

/** The lines of one split, as bytes, without the header of its file and without the {@code \r} of a CRLF. */
final class SplitLines {
    private final FileSplit split;
    private final Iterator<Tuple2<LongWritable, Text>> records;
    private byte[] bytes;
    private int length;

    SplitLines(InputSplit split, Iterator<Tuple2<LongWritable, Text>> records) {
        this.split = (FileSplit) split;
        this.records = records;
        if (this.split.getStart() == 0 && records.hasNext()) {
            records.next(); // the header, which Input has checked; Hadoop's reader has dropped a BOM
        }
    }

    boolean next() {
        if (!records.hasNext()) {
            return false;
        }
        Text line = records.next()._2();
        bytes = line.getBytes();
        length = Grammar.withoutReturn(bytes, line.getLength());
        return true;
    }

    /** The line's bytes, valid up to {@link #length()} and until the next line. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    String file() {
        return split.getPath().toString();
    }

    /** Names the split, the same in every run of its task. */
    String place() {
        return split.getPath() + ":" + split.getStart();
    }
}
