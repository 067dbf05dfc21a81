package bigdata.features;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a well-formed line is, to the byte, and why another one is not. This class and {@link Fields} are the whole contract
 * that every language's version of the job keeps: a line is what stands before a {@code \n}, less one {@code \r} at its end;
 * a {@code \r} anywhere else is part of the line. Every well-formed line is ASCII, so UTF-8 matters only for the reason.
 *
 * @param <T> what a line holds
 */
abstract class Grammar<T> implements Serializable {
    /** Parses lines of one task. Not for two threads. */
    interface Parser<T> {
        T parse(byte[] bytes, int length) throws MalformedLine;
    }

    static final Grammar<User> LOG1 = new Grammar<>("log1", "userId;region;type;paid") {
        @Override
        User read(Fields fields) throws MalformedLine {
            return new User(fields.integer(0, "userId"), fields.integer(1, "region"), fields.integer(2, "type"),
                fields.bool(3, "paid"));
        }
    };

    static final Grammar<Play> LOG2 = new Grammar<>("log2", "hour;userId;songId;genderId;deviceId") {
        @Override
        Play read(Fields fields) throws MalformedLine {
            fields.moment(0, "hour");
            Play play = new Play(fields.integer(1, "userId"), fields.integer(2, "songId"), fields.integer(3, "genderId"));
            fields.device(4, "deviceId");
            return play;
        }
    };

    private final String log;
    private final String header;

    private Grammar(String log, String header) {
        this.log = log;
        this.header = header;
    }

    /** The name of the log, {@code log1} or {@code log2}. */
    String log() {
        return log;
    }

    /** The first line of every file of the log. */
    String header() {
        return header;
    }

    abstract T read(Fields fields) throws MalformedLine;

    Parser<T> parser() {
        Fields fields = new Fields(header.split(";").length);
        return (bytes, length) -> {
            try {
                fields.take(bytes, length);
                return read(fields);
            } catch (MalformedLine malformed) {
                throw worst(bytes, length, malformed);
            }
        };
    }

    /** The length of a line without the {@code \r} of a CRLF. */
    static int withoutReturn(byte[] bytes, int length) {
        return length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
    }

    /** What is wrong with the line as a whole says more than what is wrong with one of its fields. */
    private static MalformedLine worst(byte[] bytes, int length, MalformedLine ofFields) {
        if (length == 0) {
            return new MalformedLine("empty line");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
        } catch (CharacterCodingException notUtf8) {
            return new MalformedLine("not UTF-8");
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return new MalformedLine("NUL");
            }
        }
        return ofFields;
    }
}
