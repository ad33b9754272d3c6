package io.buildingos.web.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose word on the client's address is believed. Behind configured proxies it is the last hop of
 * {@code X-Forwarded-For} that isn't one of them: everything further left the client may have written itself.
 */
@ApplicationScoped
public class TrustedProxies {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final List<Network> networks;

    protected TrustedProxies() {
        this(Optional.empty());
    }

    @Inject
    TrustedProxies(@ConfigProperty(name = "TRUSTED_PROXIES") Optional<List<String>> configured) {
        networks = configured.orElse(List.of()).stream()
                .map(text -> Network.of(text.strip()))
                .toList();
    }

    String clientOf(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (networks.isEmpty()) {
            return address;
        }
        return client(address, Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    String client(String peer, List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        forwardedFor.forEach(header -> Collections.addAll(hops, header.split(",", -1)));
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            String hop = hops.get(i).strip();
            if (parse(hop).isEmpty()) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return parse(address)
                .filter(parsed -> networks.stream().anyMatch(network -> network.contains(parsed)))
                .isPresent();
    }

    /** Literals only: no name that a client sends is ever looked up. */
    private static Optional<InetAddress> parse(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private record Network(InetAddress prefix, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            InetAddress address =
                    parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow();
            int all = address.getAddress().length * 8;
            return new Network(address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(InetAddress other) {
            byte[] ours = prefix.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
