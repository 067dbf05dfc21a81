package bigdata.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/** The lines of a split that are well formed and in range. Rejects the malformed ones and, at the end, reports its tally. */
final class ParsedLines<T extends OfUser> implements Iterator<T> {
    private final SplitLines lines;
    private final Grammar.Parser<T> parser;
    private final RejectsFile rejects;
    private final IdRange range;
    private final CollectionAccumulator<SplitTally> reports;
    private long read;
    private long outside;
    private long malformed;
    private T next;
    private boolean ended;

    ParsedLines(SplitLines lines, LogReader.Task<T> task, IdRange range, CollectionAccumulator<SplitTally> reports) {
        this.lines = lines;
        this.parser = task.grammar().parser();
        this.rejects = task.rejectsFile("malformed");
        this.range = range;
        this.reports = reports;
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> closeRejects());
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            if (lines.next()) {
                read++;
                next = usable();
            } else {
                ended = true;
                closeRejects(); // before the report: what it names is complete
                reports.add(new SplitTally(lines.place(), read, outside, malformed, rejects.name()));
            }
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T current = next;
        next = null;
        return current;
    }

    private T usable() {
        try {
            T line = parser.parse(lines.bytes(), lines.length());
            if (range.contains(line.getUserId())) {
                return line;
            }
            outside++;
        } catch (MalformedLine reason) {
            malformed++;
            reject(reason.getMessage());
        }
        return null;
    }

    private void reject(String reason) {
        try {
            rejects.add(lines.file(), reason, lines.bytes(), lines.length());
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write the rejects", failure);
        }
    }

    private void closeRejects() {
        try {
            rejects.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write the rejects", failure);
        }
    }
}
