"""The security baseline of the image and of the containers, read from the engine and from inside."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from compose import IMAGE, Compose, docker

NODES = ["master", "worker"]
CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----\n(.*?)-----END CERTIFICATE-----", re.DOTALL)


def in_image(script: str) -> str:
    """Run a script as root in the bare image, so that no file is hidden."""
    bare = ("run", "--rm", "--network", "none", "--user", "0", "--entrypoint", "bash", IMAGE)
    return docker(*bare, "-c", script)


def private_authorities() -> list[str]:
    """Return the certificates that this machine trusts and the image's Debian does not, in base64."""
    bundle = os.environ.get("CA_BUNDLE") or os.environ.get("SSL_CERT_FILE")
    if not bundle:
        return []
    of_debian = in_image("cat /etc/ssl/certs/ca-certificates.crt")
    return [found for found in CERTIFICATE.findall(Path(bundle).read_text()) if found not in of_debian]


@pytest.mark.parametrize("service", NODES)
def test_a_node_runs_as_a_user_with_a_name_and_a_home(cluster: Compose, service: str) -> None:
    told = cluster.inside(service, "id -u; whoami; echo ~; pwd; touch ~/written && echo written").split()
    assert told[0] != "0"
    assert told[1:] == ["bigdata", "/home/bigdata", "/usr/spark-4.2.0", "written"]


@pytest.mark.parametrize("service", NODES)
def test_no_process_of_a_node_has_or_can_get_a_capability(cluster: Compose, service: str) -> None:
    status = cluster.inside(service, "cat /proc/[0-9]*/status")
    assert set(re.findall(r"^Cap(?:Inh|Prm|Eff|Bnd|Amb):\s*(\w+)", status, re.MULTILINE)) == {"0" * 16}
    assert set(re.findall(r"^NoNewPrivs:\s*(\d)", status, re.MULTILINE)) == {"1"}
    assert "0" not in re.findall(r"^Uid:\s*(\d+)", status, re.MULTILINE)


@pytest.mark.parametrize("service", NODES)
def test_nothing_of_the_image_can_be_written(cluster: Compose, service: str) -> None:
    folders = "/ /opt/bigdata /opt/bigdata/python /usr /etc /var"
    script = f"for folder in {folders}; do ! touch $folder/x 2>/dev/null || echo $folder; done"
    assert cluster.inside(service, script) == ""
    assert cluster.inspect(service)["HostConfig"]["ReadonlyRootfs"]


@pytest.mark.parametrize("service", NODES)
def test_memory_and_processes_of_a_node_are_limited(cluster: Compose, service: str) -> None:
    limits = cluster.inspect(service)["HostConfig"]
    assert limits["Memory"] >= 1 << 30
    assert limits["PidsLimit"] > 0
    assert not limits["Privileged"]


def test_only_the_port_of_jupyterlab_is_published_and_on_loopback(cluster: Compose) -> None:
    assert not cluster.inspect("worker")["HostConfig"]["PortBindings"]
    bindings = cluster.inspect("master")["HostConfig"]["PortBindings"]
    assert [*bindings] == ["8888/tcp"]
    assert {binding["HostIp"] for binding in bindings["8888/tcp"]} == {"127.0.0.1"}


def test_prepare_has_three_capabilities_and_no_network(cluster: Compose) -> None:
    limits = cluster.inspect("prepare")["HostConfig"]
    assert limits["CapDrop"] == ["ALL"]
    assert {name.removeprefix("CAP_") for name in limits["CapAdd"]} == {"CHOWN", "DAC_OVERRIDE", "FOWNER"}
    assert limits["NetworkMode"] == "none"
    assert limits["ReadonlyRootfs"]


@pytest.mark.parametrize("service", NODES)
def test_no_secret_is_where_the_engine_tells_it_or_in_a_process_list(cluster: Compose, service: str) -> None:
    files = cluster.inside("master", "find /var/lib/bigdata/secrets -type f").split()
    assert files
    modes = cluster.inside("master", f"stat -c %a {' '.join(files)}").split()
    assert set(modes) == {"600"}
    processes = cluster.inside(service, "cat /proc/[0-9]*/cmdline | tr '\\0' ' '")
    told = json.dumps(cluster.inspect(service)) + processes
    content = cluster.inside("master", f"cat {' '.join(files)}")
    words = {word for word in re.split(r"[\s=]+", content) if len(word) > 20}
    secrets = {word for word in words if not word.startswith(("spark.", "bigdata."))}
    assert secrets
    assert not [secret for secret in secrets if secret in told]


def test_the_image_tells_no_proxy_and_no_secret() -> None:
    [image] = json.loads(docker("image", "inspect", IMAGE))
    told = docker("history", "--no-trunc", "--format", "{{.CreatedBy}}", IMAGE) + json.dumps(image)
    assert "proxy" not in told.lower().replace("jupyter-server-proxy", "")
    assert image["Config"]["User"] not in ("", "0", "root")
    names = [line.split("=")[0] for line in image["Config"]["Env"]]
    assert not [name for name in names if re.search(r"secret|token|password|cert|_ca", name, re.IGNORECASE)]


def test_nothing_that_only_building_needed_is_in_the_image() -> None:
    looked_for = "trust.p12 maven-settings.xml bundle.pem ca_bundle cache-only.xml"
    names = " -o ".join(f"-name {name}" for name in looked_for.split())
    caches = "/root/.m2 /root/.cache /var/lib/apt/lists"
    script = f"find / -xdev -type f \\( {names} \\); find {caches} -mindepth 1 2>/dev/null; true"
    assert in_image(script) == ""


def test_an_authority_that_the_build_trusted_is_not_in_the_image() -> None:
    private = private_authorities()
    if not private:
        pytest.skip("this machine trusts nobody whom Debian does not")
    signatures = [certificate.split("\n")[-3] for certificate in private]
    lines = "\n".join(signatures)
    script = f"find / -xdev -type f -size -2M -print0 | xargs -0 grep -lF '{lines}'; true"
    assert in_image(script) == ""
    digests = [hashlib.sha256(base64.b64decode(certificate)).hexdigest().upper() for certificate in private]
    trusted = in_image("keytool -list -cacerts -storepass changeit 2>/dev/null").replace(":", "")
    assert "trustedCertEntry" in trusted
    assert not [digest for digest in digests if digest in trusted]


def test_the_versions_of_debian_s_packages_are_recorded_in_the_image() -> None:
    recorded = in_image("cut -f1,2 /opt/bigdata/sbom/debian.tsv")
    assert recorded == in_image("dpkg-query -W -f '${Package}\\t${Version}\\n'")
