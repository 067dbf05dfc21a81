package bigdata.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Words that a verb passes on to the program it runs, untouched: from the first one that is not an option of the verb's
 * own, options or not, {@code --} and {@code @file} included.
 */
final class PassedOn {
    @Parameters(paramLabel = "ARG", hidden = true)
    private List<String> words = List.of();

    @Spec(Spec.Target.MIXEE)
    void stopAtFirst(CommandSpec verb) {
        verb.parser().stopAtPositional(true).unmatchedOptionsArePositionalParams(true);
    }

    List<String> words() {
        return words;
    }
}
