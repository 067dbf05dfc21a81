package bigdata.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Scripts that behave like Python, pip and uv as far as an installation goes, and write down how often they installed. Files
 * beside the interpreter steer them: {@code uv-fails} holds what uv says before it fails, {@code uv-dies} makes it kill the
 * process that started it in the middle of its work.
 */
record FakePython(Path folder, String version) {
    private static final String PYTHON = """
            #!/bin/bash
            case "$1 $2" in
              '-c '*) echo VERSION ;;
              '-m venv') mkdir -p "$3/bin"; ln -s FOLDER/pip "$3/bin/pip"; ln -s FOLDER/uv "$3/bin/uv" ;;
            esac
            """;
    private static final String PIP = """
            #!/bin/bash
            grep -q '^uv==' "${@: -1}"
            """;
    private static final String UV = """
            #!/bin/bash
            if [ "$1" = venv ]; then
              environment="${@: -1}"
              packages="$environment/lib/pythonMINOR/site-packages"
              mkdir -p "$environment/bin" "$packages"
              ln -s FOLDER/python "$environment/bin/python"
              ln -s FOLDER/uv "$environment/bin/uv"
            else
              echo installed >>FOLDER/calls
              if [ -e FOLDER/uv-fails ]; then cat FOLDER/uv-fails; exit 2; fi
              if [ -e FOLDER/uv-dies ]; then kill -9 $PPID; fi
              echo 'Installed 1 package in 1ms'
            fi
            """;

    static FakePython in(Path folder, String version) throws IOException {
        FakePython python = new FakePython(Files.createDirectories(folder), version);
        python.program("python", PYTHON);
        python.program("pip", PIP);
        python.program("uv", UV);
        return python;
    }

    private void program(String name, String text) throws IOException {
        String filled = text.replace("FOLDER", folder.toString())
                .replace("VERSION", version)
                .replace("MINOR", Interpreter.minor(version));
        Path file = Files.writeString(folder.resolve(name), filled);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    Path path() {
        return folder.resolve("python");
    }

    /** How often libraries were installed. */
    int installations() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    void failSaying(String words) throws IOException {
        Files.writeString(folder.resolve("uv-fails"), words);
    }

    void dieInTheMiddle() throws IOException {
        Files.write(folder.resolve("uv-dies"), List.of());
    }

    void behave() throws IOException {
        Files.deleteIfExists(folder.resolve("uv-fails"));
        Files.deleteIfExists(folder.resolve("uv-dies"));
    }
}
