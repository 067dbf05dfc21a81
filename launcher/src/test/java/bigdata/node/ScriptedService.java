package bigdata.node;

import bigdata.process.ProcessSpec;
import bigdata.process.Scripts;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A service around a shell script; usable once the script made the file {@code <name>.usable}. */
class ScriptedService implements Service {
    /** Runs until TERM and notes its end in the file {@code stops}. */
    static final String OBEDIENT = "trap 'echo $NAME >> stops; exit 0' TERM; touch $NAME.usable; while :; do sleep 0.1; done";
    /** Runs on after TERM. */
    static final String STUBBORN = "trap '' TERM; touch $NAME.usable; while :; do sleep 0.1; done";

    final AtomicInteger starts = new AtomicInteger();
    private final String name;
    private final Path folder;
    private final String script;

    ScriptedService(String name, Path folder, String script) {
        this.name = name;
        this.folder = folder;
        this.script = script;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProcessSpec prepare() throws IOException, InterruptedException {
        starts.incrementAndGet();
        Files.deleteIfExists(folder.resolve(name + ".usable"));
        return new Scripts(folder).spec("NAME=" + name + "; " + script);
    }

    @Override
    public Probe ready() {
        return exists(name + ".usable");
    }

    /** Ready when the test's folder holds {@code file}. */
    final Probe exists(String file) {
        return () -> Files.exists(folder.resolve(file)) ? Readiness.ready("") : Readiness.notReady("no " + file);
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(60);
    }

    @Override
    public List<Path> logs() {
        return List.of(folder.resolve("output"));
    }
}
