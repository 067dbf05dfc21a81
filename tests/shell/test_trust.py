"""The trust store that lets Maven believe in the certificate authority of the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from machine import PROJECT

SOURCE = PROJECT / "launcher/src/build/java/TrustStore.java"


def program(name: str) -> str:
    home = os.environ.get("JAVA_HOME")
    found = f"{home}/bin/{name}" if home else shutil.which(name)
    assert found
    return found


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def aliases(store: Path) -> int:
    return run(program("keytool"), "-list", "-keystore", store, "-storepass", "changeit").count(
        "trustedCertEntry"
    )


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """Make a private certificate authority and return its certificate."""
    keys, certificate = tmp_path / "keys.p12", tmp_path / "ca.pem"
    login: list[str | Path] = ["-keystore", keys, "-storepass", "changeit", "-alias", "ca"]
    keytool = program("keytool")
    run(keytool, "-genkeypair", *login, "-keyalg", "EC", "-dname", "CN=Private Authority", "-ext", "bc:c")
    run(keytool, "-exportcert", "-rfc", *login, "-file", certificate)
    return certificate


def test_a_private_authority_is_trusted_besides_all_that_the_jdk_trusts(
    tmp_path: Path, authority: Path
) -> None:
    with_it, without = tmp_path / "with.p12", tmp_path / "without.p12"
    nothing = tmp_path / "empty.pem"
    nothing.touch()

    run(program("java"), SOURCE, authority, with_it)
    run(program("java"), SOURCE, nothing, without)

    listing = run(program("keytool"), "-list", "-v", "-keystore", with_it, "-storepass", "changeit")
    assert "CN=Private Authority" in listing
    assert aliases(with_it) == aliases(without) + 1
    assert aliases(without) > 50
