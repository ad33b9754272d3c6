package io.buildingos.system;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Looks over the shoulder of every system test: whether each change that succeeded had left its audit entry by the time it
 * was answered. {@link AuditTrailIT} judges.
 */
final class AuditTrail implements Filter {
    private static final Queue<Change> CHANGES = new ConcurrentLinkedQueue<>();
    /** Things as they were answered: what an act answers that was answered before, it hasn't changed. */
    private static final Set<String> THINGS = ConcurrentHashMap.newKeySet();

    private static final String BEGINS_A_THING = "{\"id\":";
    private static final String FIND = "select exists (select from audit_entries where request_id = ?)";

    private static final Set<String> ELSEWHERE = ConcurrentHashMap.newKeySet();

    private static TestStack stack;
    private static Connection connection;

    /**
     * A request that changed something, or said so.
     *
     * @param repeated what it answers was so before
     */
    record Change(String method, String path, boolean audited, boolean repeated) {}

    static synchronized void watch(TestStack watched) {
        stack = watched;
    }

    /** What happens there is written down in another database. */
    static void ignore(URI server) {
        ELSEWHERE.add(server.getAuthority());
    }

    /** Two servers over one database. */
    static void ignoreLike(URI first, URI second) {
        if (ELSEWHERE.contains(first.getAuthority())) {
            ignore(second);
        }
    }

    static Collection<Change> changes() {
        return CHANGES;
    }

    /** @param replayed the answer was an earlier request's */
    static void saw(String method, URI address, int status, String requestId, boolean replayed, String body) {
        boolean success = status >= 200 && status < 300;
        boolean repeated = success && body.startsWith(BEGINS_A_THING) && !THINGS.add(body);
        boolean changes = !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
        if (success && changes && !replayed && requestId != null && !ELSEWHERE.contains(address.getAuthority())) {
            CHANGES.add(new Change(method, address.getPath(), isAudited(requestId), repeated));
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification unused, FilterContext context) {
        Response answer = context.next(request, unused);
        saw(
                request.getMethod(),
                URI.create(request.getURI()),
                answer.statusCode(),
                answer.header("X-Request-Id"),
                answer.header("Idempotency-Replayed") != null,
                String.valueOf(answer.contentType()).startsWith("application/json") ? answer.asString() : "");
        return answer;
    }

    private static synchronized boolean isAudited(String requestId) {
        try {
            if (connection == null) {
                connection = stack.asApplication();
                connection.createStatement().execute("select set_config('app.scope', 'system', false)");
            }
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, requestId);
                ResultSet found = statement.executeQuery();
                found.next();
                return found.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
