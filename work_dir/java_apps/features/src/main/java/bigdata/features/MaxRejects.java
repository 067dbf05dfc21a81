package bigdata.features;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many lines of each log may be rejected: a number of lines ({@code 500}) or a share of the lines ({@code 1%}).
 *
 * @param amount lines, or per cent of the lines read
 */
record MaxRejects(BigDecimal amount, boolean percent) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})|([0-9]{1,3}(?:\\.[0-9]{1,9})?)%");

    /** @throws IllegalArgumentException when the text is neither */
    static MaxRejects parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || shape.group(2) != null && new BigDecimal(shape.group(2)).compareTo(new BigDecimal(100)) > 0) {
            throw new IllegalArgumentException("--max-rejects is a number of lines (500) or a share of them (1%), not " + text);
        }
        boolean percent = shape.group(2) != null;
        return new MaxRejects(new BigDecimal(percent ? shape.group(2) : shape.group(1)), percent);
    }

    boolean allows(long rejected, long read) {
        BigDecimal limit = percent ? amount.multiply(BigDecimal.valueOf(read)).movePointLeft(2) : amount;
        return BigDecimal.valueOf(rejected).compareTo(limit) <= 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + (percent ? "%" : "");
    }
}
