package io.buildingos.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the address of a database as PostgreSQL's own tools write it (postgresql://user:pass@host:port/db) or as JDBC
 * does. Refusals never quote any part of it: what is malformed may well be the password.
 */
final class DatabaseUrl {
    static final Rule RULE = (value, environment) -> {
        DatabaseUrl url = new DatabaseUrl(value);
        if (environment.isProduction() && url.isLocal()) {
            throw new Refusal("must not be localhost in production");
        }
        return value;
    };

    private static final Pattern SHAPE = Pattern.compile(
            "(?<jdbc>jdbc:)?postgres(ql)?://(?<authority>[^/?#]*)(/(?<name>[^/?#]*))?(\\?(?<query>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:(?<port>\\d{1,5}))?");
    private static final String EXPECTED = "must look like postgresql://user:password@host:5432/database";
    private static final int USUAL_PORT = 5432;

    /** libpq's and Prisma's names of parameters that JDBC calls otherwise. */
    private static final Map<String, String> JDBC_NAMES = Map.ofEntries(
            Map.entry("schema", "currentSchema"),
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("socket_timeout", "socketTimeout"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("target_session_attrs", "targetServerType"),
            Map.entry("options", "options"));

    /** Settings of Prisma's pool; ours is the server's. */
    private static final Set<String> OTHERS_POOL =
            Set.of("connection_limit", "pool_timeout", "statement_cache_size", "pgbouncer");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "read-only", "secondary",
            "primary", "primary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private final boolean jdbc;
    private final String hosts;
    private final String name;
    private final Map<String, String> parameters = new TreeMap<>();
    private String user = "";
    private String password = "";

    DatabaseUrl(String text) throws Refusal {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new Refusal(EXPECTED);
        }
        jdbc = shape.group("jdbc") != null;
        String authority = shape.group("authority");
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            readCredentials(authority.substring(0, at));
        }
        hosts = authority.substring(at + 1);
        checkHosts();
        name = decoded(shape.group("name") == null ? "" : shape.group("name"));
        readParameters(shape.group("query"));
        if (name.isEmpty()) {
            throw new Refusal("must name the database: " + EXPECTED.replace("must look like ", ""));
        }
        if (user.isEmpty()) {
            throw new Refusal("must name the user: " + EXPECTED.replace("must look like ", ""));
        }
    }

    static Database parse(String text) throws Refusal {
        return new DatabaseUrl(text).database();
    }

    private Database database() {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String jdbcUrl = "jdbc:postgresql://" + hosts + "/" + encoded(name) + (query.isEmpty() ? "" : "?" + query);
        Matcher first = HOST.matcher(hosts.split(",", -1)[0]);
        int port = first.matches() && first.group("port") != null ? Integer.parseInt(first.group("port")) : USUAL_PORT;
        String schema = parameters.getOrDefault("currentSchema", "public");
        return new Database(jdbcUrl, user, password, schema, first.group("host"), port, name);
    }

    private boolean isLocal() {
        for (String host : hosts.split(",", -1)) {
            if (UrlRules.isLocal(host.replaceFirst(":\\d+$", ""))) {
                return true;
            }
        }
        return false;
    }

    private void readCredentials(String credentials) throws Refusal {
        int colon = credentials.indexOf(':');
        user = decoded(colon < 0 ? credentials : credentials.substring(0, colon));
        password = colon < 0 ? "" : decoded(credentials.substring(colon + 1));
    }

    private void checkHosts() throws Refusal {
        for (String host : hosts.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            if (!matcher.matches()) {
                throw new Refusal(EXPECTED + " (special characters in user and password percent-encoded)");
            }
            if (matcher.group("port") != null && !isPort(Integer.parseInt(matcher.group("port")))) {
                throw new Refusal("must have a port from 1 to 65535");
            }
        }
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65_535;
    }

    private void readParameters(String query) throws Refusal {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Refusal("must have query parameters of the form name=value");
            }
            readParameter(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
    }

    private void readParameter(String parameter, String value) throws Refusal {
        if (parameter.equals("user")) {
            user = value;
        } else if (parameter.equals("password")) {
            password = value;
        } else if (jdbc) {
            readJdbcParameter(parameter, value);
        } else if (OTHERS_POOL.contains(parameter)) {
            readPoolParameter(parameter, value);
        } else if (JDBC_NAMES.containsKey(parameter)) {
            parameters.put(JDBC_NAMES.get(parameter), checked(parameter, value));
        } else {
            throw new Refusal("has a query parameter that isn't known; known are "
                    + JDBC_NAMES.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private void readJdbcParameter(String parameter, String value) throws Refusal {
        if (!parameter.matches("[A-Za-z]+")) {
            throw new Refusal("has a query parameter that isn't one of JDBC's");
        }
        parameters.put(parameter, parameter.equals("sslmode") ? checked(parameter, value) : value);
    }

    /** Behind PgBouncer named prepared statements belong to another session. */
    private void readPoolParameter(String parameter, String value) {
        if (parameter.equals("pgbouncer") && value.equals("true")) {
            parameters.put("prepareThreshold", "0");
        }
    }

    private static String checked(String parameter, String value) throws Refusal {
        return switch (parameter) {
            case "sslmode" -> known(value, SSL_MODES.contains(value), "sslmode");
            case "target_session_attrs" ->
                SERVER_TYPES.get(known(value, SERVER_TYPES.containsKey(value), "target_session_attrs"));
            case "schema" -> known(value, value.matches("[A-Za-z_][A-Za-z0-9_$]{0,62}"), "schema");
            case "connect_timeout", "socket_timeout" -> known(value, value.matches("\\d{1,6}"), parameter);
            default -> value;
        };
    }

    private static String known(String value, boolean good, String parameter) throws Refusal {
        if (!good) {
            throw new Refusal("has a value of " + parameter + " that isn't possible");
        }
        return value;
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("has a malformed percent-encoding (a % itself is written %25)");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
