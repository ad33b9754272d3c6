package io.buildingos.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An IP network in CIDR notation, or one address. */
final class Network {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Network() {}

    static boolean isWellFormed(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = bitsOf(address);
        if (bits == 0 || slash < 0) {
            return bits > 0;
        }
        String prefix = text.substring(slash + 1);
        return prefix.matches("\\d{1,3}") && Integer.parseInt(prefix) <= bits;
    }

    private static int bitsOf(String address) {
        if (IPV4.matcher(address).matches()) {
            return 32;
        }
        return IPV6.matcher(address).matches() && parses(address) ? 128 : 0;
    }

    /** Only for text that can't be a host name: no name is looked up. */
    private static boolean parses(String address) {
        try {
            return InetAddress.getByName(address) != null;
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
