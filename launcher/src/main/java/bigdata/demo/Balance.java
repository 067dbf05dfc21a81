package bigdata.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of the lines of one log, as the features job prints it: read = used + filtered + rejected.
 */
public record Balance(long read, long used, long filtered, long rejected) {
    private static final Pattern LINE = Pattern.compile("(?m)^(log[12]): read=(\\d+) used=(\\d+) filtered=(\\d+) rejected=(\\d+)\\b");

    /** The balances in the job's output, by log. */
    static Map<String, Balance> all(String output) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        Matcher line = LINE.matcher(output);
        while (line.find()) {
            balances.put(line.group(1), new Balance(Long.parseLong(line.group(2)), Long.parseLong(line.group(3)),
                    Long.parseLong(line.group(4)), Long.parseLong(line.group(5))));
        }
        return balances;
    }
}
