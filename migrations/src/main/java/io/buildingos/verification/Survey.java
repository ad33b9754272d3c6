package io.buildingos.verification;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one look over all books proves, by sums that come out right of nothing else: no row of it needs to be asked for.
 * Where they don't, it proves nothing, and says of no row that it is wrong.
 */
public final class Survey {
    /** Proves nothing. */
    public static final Survey NONE = new Survey(Map.of());

    private static final Pattern NUMBER = Pattern.compile(":([a-z]+)");
    private static final int BITS = 31;

    /** Numbers for which there is no sum. */
    private static final String OUT_OF_RANGE = "22003";

    private static final String BOOKS = Check.read("books.sql");

    /** Promises, and which rows they leave out; null where none. */
    private final Map<String, String> proven;

    private Survey(Map<String, String> proven) {
        this.proven = proven;
    }

    /** Of what the connection sees, in a transaction. */
    public static Survey of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint survey");
            try (ResultSet rows = statement.executeQuery(numbered(BOOKS))) {
                Map<String, String> proven = new HashMap<>();
                while (rows.next()) {
                    proven.put(rows.getString(1), rows.getString(2));
                }
                return new Survey(proven);
            } catch (SQLException failure) {
                String state = String.valueOf(failure.getSQLState());
                if (!Verification.OLDER_SCHEMA.contains(state) && !OUT_OF_RANGE.equals(state)) {
                    throw failure;
                }
                statement.execute("rollback to savepoint survey");
                return NONE;
            }
        }
    }

    /** Whether it may prove any of it. */
    public static boolean concerns(Check check) {
        return BOOKS.contains("'" + check.name() + "'") || BOOKS.contains("'" + check.name() + " ");
    }

    Set<String> promises() {
        return proven.keySet();
    }

    private boolean proves(String promise) {
        return proven.containsKey(promise) && proven.get(promise) == null;
    }

    /** What of a query, which ends in its condition, is still to be asked. */
    Optional<String> left(String promise, String query) {
        if (proves(promise)) {
            return Optional.empty();
        }
        String rest = proven.get(promise);
        return Optional.of(rest == null ? query : query + " and (" + rest + ")");
    }

    /** Each name stands for one number, of half the bits that a product may have. */
    private static String numbered(String query) {
        Random random = new SecureRandom();
        Map<String, String> numbers = new HashMap<>();
        return NUMBER.matcher(query)
                .replaceAll(name -> numbers.computeIfAbsent(
                        name.group(1), any -> BigInteger.probablePrime(BITS, random) + "::bigint"));
    }

    @Override
    public String toString() {
        return "proven " + proven;
    }
}
