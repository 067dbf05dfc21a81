package bigdata.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static final String HOUR = "18-10-2017 00:00:25;";

    @Test
    void aUserIsReadFromALineOfLog1() throws MalformedLine {
        User user = parse(Grammar.LOG1, "27103;7;-2;true");

        assertThat(user).extracting(User::getUserId, User::getRegion, User::getType, User::isPaid)
            .containsExactly(27103, 7, -2, true);
    }

    @Test
    void aPlayIsReadFromALineOfLog2() throws MalformedLine {
        Play play = parse(Grammar.LOG2, HOUR + "27103;231990117;23;1_27103");

        assertThat(play).extracting(Play::getUserId, Play::getSongId, Play::getGenderId)
            .containsExactly(27103, 231990117, 23);
    }

    @ParameterizedTest
    @CsvSource({"-2147483648,-2147483648", "2147483647,2147483647", "0000000007,7", "-0000000007,-7", "-0,0"})
    void anIntHasUpToTenDigitsAndASign(String text, int value) throws MalformedLine {
        assertThat(parse(Grammar.LOG1, text + ";0;0;true").getUserId()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        27103;0;0              | 3 fields instead of 4
        27103;0;0;true;        | 5 fields instead of 4
        27103                  | 1 field instead of 4
        user;0;0;true          | userId is not a number
        ;0;0;true              | userId is not a number
        -;0;0;true             | userId is not a number
        +1;0;0;true            | userId is not a number
        1;1.5;0;true           | region is not a number
        1;0;\u0661;true        | type is not a number
        1;0;"1";true           | type is not a number
        00000000001;0;0;true   | userId has more than 10 digits
        2147483648;0;0;true    | userId is out of the range of an int
        -2147483649;0;0;true   | userId is out of the range of an int
        1;0;0;True             | paid is not true or false
        1;0;0;                 | paid is not true or false
        1;0;0;falsey           | paid is not true or false
        """, quoteCharacter = '`')
    void aMalformedLineOfLog1IsRejectedWithItsReason(String line, String reason) {
        assertThat(reason(Grammar.LOG1, line)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        18-10-2017 00:00:25;1;2;3                | 4 fields instead of 5
        18-10-2017 00:00:25;1;2;3;1_1;           | 6 fields instead of 5
        2017-10-18 00:00:25;1;2;3;1_1            | hour is not dd-MM-yyyy HH:mm:ss
        18-10-2017 00:00:25Z;1;2;3;1_1           | hour is not dd-MM-yyyy HH:mm:ss
        18-10-2017 00:00;1;2;3;1_1               | hour is not dd-MM-yyyy HH:mm:ss
        29-02-2017 00:00:00;1;2;3;1_1            | hour is not a real date and time
        29-02-1900 00:00:00;1;2;3;1_1            | hour is not a real date and time
        31-04-2017 00:00:00;1;2;3;1_1            | hour is not a real date and time
        01-13-2017 00:00:00;1;2;3;1_1            | hour is not a real date and time
        00-01-2017 00:00:00;1;2;3;1_1            | hour is not a real date and time
        01-01-0000 00:00:00;1;2;3;1_1            | hour is not a real date and time
        01-01-2017 24:00:00;1;2;3;1_1            | hour is not a real date and time
        01-01-2017 23:60:00;1;2;3;1_1            | hour is not a real date and time
        01-01-2017 23:59:60;1;2;3;1_1            | hour is not a real date and time
        18-10-2017 00:00:25;x;2;3;1_1            | userId is not a number
        18-10-2017 00:00:25;1;2147483648;3;1_1   | songId is out of the range of an int
        18-10-2017 00:00:25;1;2;;1_1             | genderId is not a number
        18-10-2017 00:00:25;1;2;3;               | deviceId is not digits, _, digits
        18-10-2017 00:00:25;1;2;3;_1             | deviceId is not digits, _, digits
        18-10-2017 00:00:25;1;2;3;1_             | deviceId is not digits, _, digits
        18-10-2017 00:00:25;1;2;3;1_1_1          | deviceId is not digits, _, digits
        """)
    void aMalformedLineOfLog2IsRejectedWithItsReason(String line, String reason) {
        assertThat(reason(Grammar.LOG2, line)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29-02-2016 23:59:59", "29-02-2000 00:00:00", "01-01-0001 00:00:00", "31-12-9999 00:00:00"})
    void everyMomentOfTheCalendarIsWellFormed(String hour) {
        assertThatCode(() -> parse(Grammar.LOG2, hour + ";1;2;3;00_999999999999")).doesNotThrowAnyException();
    }

    @Test
    void aLineThatIsNoTextIsRejectedForThat() {
        assertThat(reason(Grammar.LOG1, "")).isEqualTo("empty line");
        assertThat(reason(Grammar.LOG1, "1;0;0\0;true")).isEqualTo("NUL");
        assertThat(reason(Grammar.LOG1, new byte[] {'1', ';', (byte) 0xC3, ';', 0})).isEqualTo("not UTF-8");
    }

    @Test
    void onlyTheLastReturnBelongsToTheLineEnd() {
        assertThat(Grammar.withoutReturn("a\r\r".getBytes(StandardCharsets.US_ASCII), 3)).isEqualTo(2);
        assertThat(Grammar.withoutReturn("a".getBytes(StandardCharsets.US_ASCII), 1)).isEqualTo(1);
        assertThat(reason(Grammar.LOG1, "1;0;0;true\r")).isEqualTo("paid is not true or false");
    }

    @Test
    void aParserForgetsTheLineBefore() throws MalformedLine {
        Grammar.Parser<User> parser = Grammar.LOG1.parser();
        byte[] buffer = "111111;2;3;false".getBytes(StandardCharsets.US_ASCII);
        parser.parse(buffer, buffer.length);
        System.arraycopy("4;5;6;true".getBytes(StandardCharsets.US_ASCII), 0, buffer, 0, 10);

        assertThat(parser.parse(buffer, 10).isPaid()).isTrue();
    }

    private static String reason(Grammar<?> grammar, String line) {
        return reason(grammar, line.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(Grammar<?> grammar, byte... line) {
        return catchThrowableOfType(MalformedLine.class, () -> grammar.parser().parse(line, line.length)).getMessage();
    }

    private static <T> T parse(Grammar<T> grammar, String line) throws MalformedLine {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return grammar.parser().parse(bytes, bytes.length);
    }
}
