package bigdata.features;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of one log, each known to begin with the log's header.
 *
 * @param place the path as given, resolved
 * @param bytes of all files together
 */
record Input(Grammar<?> grammar, Path given, Path place, List<Path> files, long bytes) {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * Finds the files of a file, folder or glob. As everywhere in Hadoop, a folder's names that begin with {@code _} or
     * {@code .} are not data.
     *
     * @throws JobFailure when there is none, or one is not a file of this log
     */
    static Input find(Grammar<?> grammar, Path given, Configuration configuration) throws IOException {
        FileSystem fileSystem = given.getFileSystem(configuration);
        List<FileStatus> files = new ArrayList<>();
        for (FileStatus match : matches(grammar, given, fileSystem)) {
            if (match.isDirectory()) {
                files.addAll(filesOf(grammar, match.getPath(), fileSystem));
            } else {
                files.add(match);
            }
        }
        long bytes = 0;
        List<Path> paths = new ArrayList<>();
        for (FileStatus file : files) {
            checkHeader(grammar, file, fileSystem);
            bytes += file.getLen();
            paths.add(file.getPath());
        }
        return new Input(grammar, given, Place.of(given, configuration), List.copyOf(paths), bytes);
    }

    private static List<FileStatus> matches(Grammar<?> grammar, Path given, FileSystem fileSystem) throws IOException {
        if (fileSystem.exists(given)) {
            return List.of(fileSystem.getFileStatus(given));
        }
        FileStatus[] matches = fileSystem.globStatus(given);
        if (matches == null || matches.length == 0) {
            throw new JobFailure(grammar.log() + ": " + fileSystem.makeQualified(given) + " does not exist");
        }
        return Arrays.stream(matches).filter(match -> !hidden(match)).toList();
    }

    private static List<FileStatus> filesOf(Grammar<?> grammar, Path folder, FileSystem fileSystem) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        for (FileStatus status : fileSystem.listStatus(folder)) {
            if (hidden(status)) {
                continue;
            }
            if (status.isDirectory()) {
                throw new JobFailure(grammar.log() + ": " + status.getPath() + " is a folder within a folder; name the files"
                    + " or folders to read by a glob");
            }
            files.add(status);
        }
        if (files.isEmpty()) {
            throw new JobFailure(grammar.log() + ": the folder " + folder + " has no files");
        }
        return files;
    }

    private static boolean hidden(FileStatus status) {
        String name = status.getPath().getName();
        return name.startsWith("_") || name.startsWith(".");
    }

    private static void checkHeader(Grammar<?> grammar, FileStatus file, FileSystem fileSystem) throws IOException {
        if (file.getLen() == 0) {
            throw new JobFailure(grammar.log() + ": " + file.getPath() + " is empty; its first line must be "
                + grammar.header());
        }
        byte[] start = new byte[(int) Math.min(file.getLen(), BOM.length + grammar.header().length() + 2)];
        try (FSDataInputStream stream = fileSystem.open(file.getPath())) {
            stream.readFully(0, start);
        }
        int from = start.length >= BOM.length && Arrays.equals(start, 0, BOM.length, BOM, 0, BOM.length) ? BOM.length : 0;
        int end = from;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        String line = new String(start, from, end - from, StandardCharsets.UTF_8);
        boolean whole = end < start.length || start.length == file.getLen();
        if (!whole || !line.equals(grammar.header()) && !line.equals(grammar.header() + "\r")) {
            throw new JobFailure(grammar.log() + ": " + file.getPath() + " has the wrong header; its first line must be "
                + grammar.header());
        }
    }
}
