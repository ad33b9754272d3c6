package io.buildingos.web.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies proxies =
            new TrustedProxies(Optional.of(List.of("10.0.0.0/8", "192.168.1.5", "fd00::/16", "172.16.4.0/23")));

    @Test
    void believesNobodyUnlessConfigured() {
        TrustedProxies none = new TrustedProxies(Optional.empty());
        assertEquals("10.0.0.1", none.client("10.0.0.1", List.of("203.0.113.9")));
    }

    @Test
    void takesTheHopBeforeTheTrustedOnes() {
        assertEquals("203.0.113.9", proxies.client("10.0.0.1", List.of("203.0.113.9")));
        assertEquals("203.0.113.9", proxies.client("10.0.0.1", List.of("203.0.113.9, 10.9.9.9", "192.168.1.5")));
        assertEquals("203.0.113.9", proxies.client("fd00::1", List.of("203.0.113.9")));
        assertEquals("2001:db8::1", proxies.client("172.16.5.255", List.of("2001:db8::1")));
    }

    @Test
    void ignoresWhatTheClientWroteInFrontOfItsOwnAddress() {
        assertEquals("203.0.113.9", proxies.client("10.0.0.1", List.of("127.0.0.1, 203.0.113.9")));
    }

    @Test
    void ignoresTheHeaderOfAnUntrustedPeer() {
        assertEquals("203.0.113.7", proxies.client("203.0.113.7", List.of("10.0.0.1")));
        assertEquals("192.168.1.6", proxies.client("192.168.1.6", List.of("198.51.100.1")));
        assertEquals("172.16.6.0", proxies.client("172.16.6.0", List.of("198.51.100.1")));
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        assertEquals("10.0.0.1", proxies.client("10.0.0.1", List.of("203.0.113.9, unknown")));
        assertEquals("10.0.0.1", proxies.client("10.0.0.1", List.of("example.com")));
        assertEquals("10.0.0.1", proxies.client("10.0.0.1", List.of("")));
    }
}
