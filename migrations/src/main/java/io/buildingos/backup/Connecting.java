package io.buildingos.backup;

import io.buildingos.config.Database;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How PostgreSQL's own programs are told where to connect: by their environment, which only the same user can read, never
 * by arguments, which everybody can.
 */
final class Connecting {
    /** What JDBC calls the parameters that libpq reads from the environment. */
    private static final Map<String, String> VARIABLES = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "channelBinding", "PGCHANNELBINDING",
            "connectTimeout", "PGCONNECT_TIMEOUT");

    private static final String SCHEME = "jdbc:postgresql://";
    private static final String USUAL_PORT = "5432";
    private static final String USUAL_PATIENCE = "10";

    private Connecting() {}

    static Map<String, String> variables(Database database) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PGAPPNAME", "buildingos-backup");
        variables.put("PGCONNECT_TIMEOUT", USUAL_PATIENCE);
        variables.put("PGUSER", database.user());
        variables.put("PGPASSWORD", database.password());
        variables.put("PGDATABASE", database.name());
        addHosts(database.jdbcUrl(), variables);
        String options = "";
        for (var parameter : parameters(database.jdbcUrl()).entrySet()) {
            if (VARIABLES.containsKey(parameter.getKey())) {
                variables.put(VARIABLES.get(parameter.getKey()), parameter.getValue());
            } else if (parameter.getKey().equals("options")) {
                options = parameter.getValue() + " ";
            }
        }
        // Row security is forced on the owner too: this is the scope that sees every tenant's rows.
        variables.put("PGOPTIONS", options + "-c app.scope=system -c statement_timeout=0");
        return variables;
    }

    private static void addHosts(String jdbcUrl, Map<String, String> variables) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        String authority = jdbcUrl.substring(SCHEME.length(), jdbcUrl.indexOf('/', SCHEME.length()));
        for (String host : authority.split(",", -1)) {
            int colon = host.lastIndexOf(':');
            boolean named = colon > host.lastIndexOf(']');
            hosts.add((named ? host.substring(0, colon) : host).replaceAll("[\\[\\]]", ""));
            ports.add(named ? host.substring(colon + 1) : USUAL_PORT);
        }
        variables.put("PGHOST", String.join(",", hosts));
        variables.put("PGPORT", String.join(",", ports));
    }

    private static Map<String, String> parameters(String jdbcUrl) {
        Map<String, String> parameters = new HashMap<>();
        int query = jdbcUrl.indexOf('?');
        if (query >= 0) {
            for (String pair : jdbcUrl.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
