package bigdata.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Asks a person before something that cannot be taken back. */
record Confirmation(PrintWriter err) {
    /** Whether the answer is yes; the end of the input is none. */
    boolean of(String question) throws IOException {
        err.print(question + " Type yes: ");
        err.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
