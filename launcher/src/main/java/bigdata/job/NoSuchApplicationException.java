package bigdata.job;

import bigdata.BigdataException;
import java.util.stream.Collectors;

/** No application of that id runs. */
final class NoSuchApplicationException extends BigdataException {
    NoSuchApplicationException(String id, Applications known) {
        super(known.find(id).map(ended -> id + " has ended already: " + ended.state()).orElse("no application has the id " + id) + ". "
                + (known.running().isEmpty() ? "None is running." : "Running: " + known.running().stream()
                        .map(each -> each.id() + " (" + each.name() + ")").collect(Collectors.joining(", ")) + "."));
    }
}
