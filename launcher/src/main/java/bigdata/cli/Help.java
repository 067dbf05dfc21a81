package bigdata.cli;

import picocli.CommandLine.Option;

/** {@code --help} alone, without {@code -h} and {@code --version}, which mean something to the programs that verbs pass words on to. */
final class Help {
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean asked;
}
