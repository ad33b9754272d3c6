package io.buildingos.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for plain values. */
final class Rules {
    private static final Set<String> LOG_LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
    private static final String HOST_NAME = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";

    static final Rule TEXT = (value, environment) -> value;
    static final Rule BOOLEAN = oneOf("true", "false");
    static final Rule PORT = wholeNumber(1, 65_535);
    static final Rule LIMIT = wholeNumber(1, 1_000_000_000);
    static final Rule REGION = matching("[a-z0-9][a-z0-9-]{1,62}", "must be the name of a region, such as us-east-1");
    static final Rule BUCKET = matching(
            "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
            "must be the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens");
    static final Rule KEY_PREFIX =
            matching("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/", "must be a key prefix that ends with /, such as backups/");
    static final Rule HOST = matching(HOST_NAME + "|\\[?[0-9a-fA-F:]+]?", "must be a host name or address");
    static final Rule MAIL_ADDRESS = matching(
            "([^<>@]+ )?<[^\\s<>@,;]+@" + HOST_NAME + ">|[^\\s<>@,;]+@" + HOST_NAME,
            "must be one mail address: name@host or Name <name@host>");
    static final Rule NETWORKS = (value, environment) -> canonicalNetworks(value);
    static final Rule LOG_LEVEL = (value, environment) -> {
        String level = value.toUpperCase(Locale.ROOT);
        if (!LOG_LEVELS.contains(level)) {
            throw new Refusal("must be one of trace, debug, info, warn, error");
        }
        return level;
    };

    private Rules() {}

    static Rule oneOf(String... allowed) {
        List<String> values = List.of(allowed);
        return (value, environment) -> {
            if (!values.contains(value)) {
                throw new Refusal("must be one of " + String.join(", ", values));
            }
            return value;
        };
    }

    static Rule matching(String expression, String refusal) {
        Pattern pattern = Pattern.compile(expression);
        return (value, environment) -> {
            if (!pattern.matcher(value).matches()) {
                throw new Refusal(refusal);
            }
            return value;
        };
    }

    static Rule wholeNumber(long least, long most) {
        String refusal = "must be a whole number from " + least + " to " + most;
        return (value, environment) -> {
            if (!value.matches("\\d{1,18}")) {
                throw new Refusal(refusal);
            }
            long number = Long.parseLong(value);
            if (number < least || number > most) {
                throw new Refusal(refusal);
            }
            return Long.toString(number);
        };
    }

    /** Development may use cheap hashes to be quick; elsewhere they protect real passwords. */
    static Rule notWeakerThan(long least) {
        return (value, environment) -> {
            if (!environment.isDevelopment() && Long.parseLong(value) < least) {
                throw new Refusal("must be at least " + least + " in " + environment);
            }
            return value;
        };
    }

    static Rule duration(String least, String most) {
        Duration shortest = Durations.parse(least).orElseThrow();
        Duration longest = Durations.parse(most).orElseThrow();
        return (value, environment) -> {
            Duration duration = Durations.parse(value)
                    .orElseThrow(() -> new Refusal("must be a duration such as 90s, 15m, 12h or 30d"));
            if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
                throw new Refusal("must be a duration from " + least + " to " + most);
            }
            return value;
        };
    }

    private static String canonicalNetworks(String value) throws Refusal {
        List<String> networks =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        for (String network : networks) {
            if (!Network.isWellFormed(network)) {
                throw new Refusal("must be a comma-separated list of addresses or networks, such as 10.0.0.0/8,::1");
            }
        }
        return String.join(",", networks);
    }
}
