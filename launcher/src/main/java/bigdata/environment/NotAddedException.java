package bigdata.environment;

import bigdata.BigdataException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packages could not be added; the project's files and the environment are as they were. */
public final class NotAddedException extends BigdataException {
    private static final String UNCHANGED = "Nothing was changed.";
    private static final Pattern UNKNOWN = Pattern.compile("Because ([\\w.\\[\\]-]+) was not found in the package registry");
    private static final Pattern NO_NETWORK = Pattern.compile("Failed to fetch|error sending request|dns error|Connect(ion)? ");

    NotAddedException(String message) {
        super(unchanged(message));
    }

    NotAddedException(String message, Throwable cause) {
        super(unchanged(message), cause);
    }

    private static String unchanged(String message) {
        return message + (message.endsWith("\n") ? "" : " ") + UNCHANGED;
    }

    /** Makes a sentence of what uv wrote. */
    static NotAddedException explaining(List<String> packages, String words) {
        String names = String.join(", ", packages);
        Matcher unknown = UNKNOWN.matcher(words);
        if (unknown.find()) {
            return new NotAddedException("there is no package named " + unknown.group(1) + "; look for its name at the package registry.");
        }
        if (words.contains("No space left on device")) {
            return new NotAddedException("the disk is full; make room, then add " + names + " again.");
        }
        if (NO_NETWORK.matcher(words).find()) {
            return new NotAddedException("the package registry cannot be reached; look at the network and at HTTPS_PROXY, then add " + names
                    + " again.");
        }
        return new NotAddedException(names + " cannot be added to what there is:\n" + words.strip().indent(2).stripTrailing() + "\n");
    }
}
