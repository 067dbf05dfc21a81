"""A made-up machine: a PATH with only what a test puts there, and a small project with the real command."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
UNIX = ["bash", "cat", "dirname", "find", "ls", "mkdir", "mv", "readlink", "rm", "sed", "tee", "touch"]
JAR = Path("launcher/target/launcher-1.0.0.jar")

POM = """<project>
  <modules>
    <module>launcher</module>
    <module>apps/one</module>
  </modules>
</project>
"""

JAVA = """#!/bin/bash
for argument in "$@"; do
  case $argument in
    -Xshare:dump) dump=yes ;;
    -XX:SharedArchiveFile=*) file=${argument#*=} ;;
  esac
done
if [ -n "$dump" ]; then echo "$ARCHIVE" >"$file"; exit; fi
[ ! -e "$file" ] || [ "$(cat "$file")" != damaged ] || exit 134
printf 'java of %s\\n' "$JAVA_HOME"
printf 'in %s\\n' "$PWD"
while [ $# -gt 0 ] && [ "$1" != -jar ]; do shift; done
printf 'argument <%s>\\n' "${@:3}"
"""

# Says when it has begun, and goes on when a test lets it: named pipes, so nobody waits for a time to pass.
MAVEN = """#!/bin/bash
[ "$1" != -v ] || { echo "Apache Maven VERSION (abcdef)"; exit; }
echo "$MAVEN_OPTS $*" >>"$CALLS"
if [ -p "$CALLS.begun" ]; then echo >"$CALLS.begun"; read -r < "$CALLS.go"; fi
echo "[INFO] Building launcher 1.0.0          [1/2]"
[ ! -e "$CALLS.fail" ] || { echo "[ERROR] cannot find symbol Oops"; exit 1; }
mkdir -p launcher/target/lib apps/one/target
echo jar >launcher/target/launcher-1.0.0.jar
echo jar >apps/one/target/one-1.0.jar
"""


@dataclass
class Machine:
    """What is installed, where the project lies, and the ways to call the command."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bin.mkdir(parents=True)
        self.project.mkdir()
        for name in UNIX:
            found = shutil.which(name)
            assert found, name
            (self.bin / name).symlink_to(found)
        shutil.copy2(PROJECT / "bigdata", self.project / "bigdata")
        self.write("launcher/src/main/java/Main.java", "class Main {}")
        self.write("launcher/pom.xml", "<project/>")
        self.write("apps/one/src/main/java/One.java", "class One {}")
        self.write("apps/one/pom.xml", "<project/>")
        self.write("pom.xml", POM)
        build = self.project / "launcher/src/build"
        build.mkdir()
        shutil.copy2(PROJECT / "launcher/src/build/maven", build / "maven")
        self.environment |= {
            "PATH": str(self.bin),
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "ARCHIVE": "whole",
            "CALLS": str(self.calls_file),
        }

    @property
    def bin(self) -> Path:
        return self.folder / "bin"

    @property
    def project(self) -> Path:
        return self.folder / "a project"

    @property
    def calls_file(self) -> Path:
        return self.folder / "maven-calls"

    @property
    def builds(self) -> int:
        """How often Maven was told to build."""
        return len(self.calls_file.read_text().splitlines()) if self.calls_file.exists() else 0

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        file = self.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def install_program(self, name: str, text: str) -> None:
        (self.bin / name).unlink(missing_ok=True)
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def make_jdk(self, version: str, compiler: bool = True) -> Path:
        """Make a JDK that is not on PATH."""
        jdk = self.folder / f"jdk-{version}"
        (jdk / "bin").mkdir(parents=True)
        (jdk / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\n')
        for program in ["java", "javac"] if compiler else ["java"]:
            (jdk / "bin" / program).write_text(JAVA)
            (jdk / "bin" / program).chmod(0o755)
        return jdk

    def install_java(self, version: str = "17.0.1", compiler: bool = True) -> Path:
        jdk = self.make_jdk(version, compiler)
        (self.bin / "java").unlink(missing_ok=True)
        (self.bin / "java").symlink_to(jdk / "bin" / "java")
        return jdk

    def install_maven(self, version: str = "3.9.9") -> None:
        self.install_program("mvn", MAVEN.replace("VERSION", version))

    def install_python(self, name: str = "python3") -> None:
        """Install the Python that runs this test, which is one of the supported ones."""
        self.install_program(name, f'#!/bin/bash\nexec "{sys.executable}" "$@"\n')

    def install_all(self) -> None:
        self.install_java()
        self.install_maven()
        self.install_python()

    def hold_builds(self) -> None:
        """Let Maven wait in the middle of a build for `go`."""
        for pipe in ("begun", "go"):
            os.mkfifo(f"{self.calls_file}.{pipe}")

    def wait_for_build(self) -> None:
        """Return once Maven is in the middle of a build."""
        Path(f"{self.calls_file}.begun").read_text()

    def let_builds_go(self) -> None:
        Path(f"{self.calls_file}.begun").unlink()
        Path(f"{self.calls_file}.go").write_text("\n")

    def start(
        self, *arguments: str, command: Path | None = None, cwd: Path | None = None
    ) -> subprocess.Popen[str]:
        """Start the command in a process group of its own that heeds Ctrl-C, whoever runs these tests."""
        return subprocess.Popen(
            [str(command or self.project / "bigdata"), *arguments],
            env=self.environment,
            cwd=cwd or self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=_heed_interrupts,  # noqa: PLW1509 - these tests start no threads
        )

    def run(self, *arguments: str, command: Path | None = None, cwd: Path | None = None) -> Answer:
        """Run the command to its end."""
        process = self.start(*arguments, command=command, cwd=cwd)
        out, err = process.communicate(timeout=60)
        return Answer(process.returncode, out, err)


@dataclass(frozen=True)
class Answer:
    """What a call came to."""

    code: int
    out: str
    err: str


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
