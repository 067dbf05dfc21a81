package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    @BeforeEach
    void onLinux() {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells who holds a port");
    }

    @Test
    void whoListensIsNamedWithItsPid() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(socket.getLocalPort())).contains("java (pid " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void aPortThatNobodyHoldsHasNoHolder() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(PortHolder.of(port)).isEmpty();
    }
}
