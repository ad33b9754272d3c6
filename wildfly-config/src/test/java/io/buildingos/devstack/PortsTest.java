package io.buildingos.devstack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesTheBusyPortAndTheWayOut() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackFailure failure =
                    assertThrows(StackFailure.class, () -> Ports.requireFree("object store", busy.getLocalPort()));
            assertTrue(failure.getMessage().startsWith("Port " + busy.getLocalPort() + " (object store) is in use."));
            assertTrue(failure.getMessage().contains("BUILDINGOS_PORT_OFFSET"));
        }
    }

    @Test
    void acceptsAPortThatNobodyUses() {
        assertDoesNotThrow(() -> Ports.requireFree("HTTP", Ports.free().http()));
    }

    @Test
    void findsFiveDifferentPorts() {
        assertEquals(5, Set.copyOf(Ports.free().byPart().values()).size());
    }

    @Test
    void shiftsAllPortsByTheSameNumber() {
        assertEquals(new Ports(9080, 10990, 16432, 10090, 4025), Ports.shiftedBy(1000));
    }
}
