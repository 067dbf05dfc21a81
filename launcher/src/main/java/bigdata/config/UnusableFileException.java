package bigdata.config;

import bigdata.BigdataException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or folder cannot be read, written or trusted. */
public final class UnusableFileException extends BigdataException {
    public UnusableFileException(String message) {
        super(message);
    }

    public UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }

    public static UnusableFileException reading(Path file, IOException cause) {
        return new UnusableFileException("cannot read " + file + ": " + reason(cause), cause);
    }

    public static UnusableFileException writing(Path file, IOException cause) {
        return new UnusableFileException("cannot write " + file + ": " + reason(cause), cause);
    }

    /** What a person can act on: Java's file exceptions mostly carry the path alone as their message. */
    static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied; give this user access to it (ls -ld shows whose it is)";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist and cannot be made";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8 text; save it as UTF-8";
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
