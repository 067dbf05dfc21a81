package bigdata.job;

import bigdata.config.Installation;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a program of ours is started that talks to the Spark Master as Spark's own parts do: in Spark's JVM, with the secret that
 * it reads from {@code spark-defaults.conf}.
 */
record MasterProgram(ClientEnvironment client) {
    /** @param name of the class in {@code bigdata.spark.master} */
    List<String> command(String name, List<String> arguments) {
        Installation installation = client.installation();
        String classPath = installation.sparkPlugin() + File.pathSeparator + installation.sparkClassPath().stream()
                .map(Object::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(installation.javaHome().resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Dlog4j2.configurationFile=" + MasterProgram.class.getResource("quiet-log4j2.properties"),
                "-cp", classPath, "bigdata.spark.master." + name, client.programs().sparkConf().resolve("spark-defaults.conf").toString()));
        command.addAll(arguments);
        return command;
    }
}
