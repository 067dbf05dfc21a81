package bigdata.cluster;

import bigdata.config.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log files of a cluster's services, {@code logs/<node>/<service>.log} and {@code .out} in the state folder. */
public record ServiceLogs(Project project) {
    /**
     * The files of one service, on all nodes or one, that hold anything.
     *
     * @param service {@code namenode}, or {@code worker-2/datanode}, or empty for all
     * @throws NoSuchServiceException when there is no such service, naming those that are
     */
    public List<Path> files(Optional<String> service) throws IOException {
        List<Path> all = all();
        List<Path> asked = all.stream().filter(file -> service.isEmpty() || matches(file, service.get())).toList();
        if (asked.isEmpty()) {
            throw new NoSuchServiceException(service.orElse(""), all.stream().map(ServiceLogs::service)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return asked.stream().filter(file -> file.toFile().length() > 0).toList();
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(project.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(project.logs(), 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().getParent().equals(project.logs()))
                    .filter(file -> Files.isDirectory(project.state().resolve("nodes").resolve(file.getParent().getFileName())))
                    .filter(file -> file.toString().endsWith(".log") || file.toString().endsWith(".out"))
                    .sorted().toList();
        }
    }

    private static boolean matches(Path file, String asked) {
        return service(file).equals(asked) || (file.getParent().getFileName() + "/" + service(file)).equals(asked);
    }

    private static String service(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
