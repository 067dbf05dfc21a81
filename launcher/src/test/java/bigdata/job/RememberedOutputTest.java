package bigdata.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RememberedOutputTest {
    private final ByteArrayOutputStream passedOn = new ByteArrayOutputStream();
    private final RememberedOutput output = new RememberedOutput(passedOn);

    @Test
    void everyByteIsPassedOnHoweverMany() throws IOException {
        byte[] many = new byte[1_000_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = (byte) i;
        }
        for (int i = 0; i < many.length; i += 1000) {
            output.write(many, i, 1000);
        }

        assertThat(Arrays.equals(passedOn.toByteArray(), many)).isTrue();
    }

    @Test
    void anExceptionOfJavaIsFoundAtTheEndOfMuchOutput() throws IOException {
        output.write("x".repeat(500_000).getBytes(UTF_8));
        output.write("\nException in thread \"main\" java.lang.IllegalStateException: on purpose\n\tat J.main(J.java:7)\n".getBytes(UTF_8));

        assertThat(output.exception()).contains("java.lang.IllegalStateException: on purpose");
    }

    @Test
    void anExceptionOfPythonIsFoundInTheLastTraceback() throws IOException {
        output.write("""
                Traceback (most recent call last):
                  File "a.py", line 1, in <module>
                KeyError: 'first'

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "a.py", line 5, in <module>
                    1//0
                    ~^^~
                ZeroDivisionError: integer division or modulo by zero
                """.getBytes(UTF_8));

        assertThat(output.exception()).contains("ZeroDivisionError: integer division or modulo by zero");
    }

    @Test
    void anExceptionOfTheJvmThatPythonPassesOnIsToldWithoutPythonsWrapping() throws IOException {
        output.write("""
                Traceback (most recent call last):
                  File "a.py", line 5, in <module>
                py4j.protocol.Py4JJavaError: An error occurred while calling None.org.apache.spark.api.java.JavaSparkContext.
                : bigdata.spark.plugin.ImpossibleRequestException: Each executor asks for 9 cores.
                """.getBytes(UTF_8));

        assertThat(output.exception()).contains("Each executor asks for 9 cores.");
    }

    @Test
    void outputWithoutAnExceptionHasNone() throws IOException {
        output.write("sum 499500\nError: not one\n".getBytes(UTF_8));

        assertThat(output.exception()).isEmpty();
    }
}
