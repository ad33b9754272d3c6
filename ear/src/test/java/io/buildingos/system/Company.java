package io.buildingos.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A tenant of a test's own, with people of any role. Its rows and its people's tokens are made here and not by signing up
 * and logging in: those are limited by address, and are what other tests are about.
 */
final class Company {
    private static final String SUBSCRIBE =
            "insert into subscriptions (id, version, tenant_id, plan, status, trial_ends_at,"
                    + " created_at) values (gen_random_uuid(), 0, ?, ?, 'ACTIVE', now() + interval '14 days', now())";
    private static final int TOKEN_LIFE = 900;

    private final TestStack stack;
    private final UUID id = UUID.randomUUID();

    private Company(TestStack stack) {
        this.stack = stack;
    }

    static Company on(TestStack stack, String plan) throws SQLException {
        Company company = new Company(stack);
        company.execute(
                "insert into tenants (id, version, name, slug, type, status, currency, locale, time_zone, created_at)"
                        + " values (?, 0, 'Company', ?, 'MANAGEMENT_COMPANY', 'ACTIVE', 'EUR', 'en', 'UTC', now())",
                company.id,
                "t-" + company.id);
        company.execute(SUBSCRIBE, company.id, plan);
        return company;
    }

    static Actor superAdmin(TestStack stack) throws SQLException {
        Company nobodys = new Company(stack);
        UUID user = nobodys.user(true);
        return nobodys.login(user, null, "SUPER_ADMIN");
    }

    UUID id() {
        return id;
    }

    Actor owner() throws SQLException {
        return member("TENANT_OWNER", null);
    }

    Actor resident(UUID user) throws SQLException {
        return join(user, "RESIDENT", null);
    }

    /** @param building null for a role over the whole tenant */
    Actor member(String role, UUID building) throws SQLException {
        return join(user(false), role, building);
    }

    UUID user() throws SQLException {
        return user(false);
    }

    /** As the owner of the tables, in the system's scope; for set-up and for tampering. */
    void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = stack.asOwner()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select set_config('app.scope', 'system', true)");
            for (String part : sql.split(";", -1)) {
                try (PreparedStatement statement = connection.prepareStatement(part)) {
                    int count = statement.getParameterMetaData().getParameterCount();
                    for (int index = 0; index < count; index++) {
                        statement.setObject(index + 1, parameters[index]);
                    }
                    statement.execute();
                }
            }
            connection.commit();
        }
    }

    private UUID user(boolean superAdmin) throws SQLException {
        UUID user = UUID.randomUUID();
        execute(
                "insert into users (id, version, email, name, super_admin, created_at) values (?, 0, ?, 'Somebody', ?, now())",
                user,
                user + "@example.com",
                superAdmin);
        return user;
    }

    private Actor join(UUID user, String role, UUID building) throws SQLException {
        UUID membership = UUID.randomUUID();
        execute(
                "insert into memberships (id, version, tenant_id, user_id, created_at) values (?, 0, ?, ?, now())",
                membership,
                id,
                user);
        execute(
                "insert into membership_roles (id, tenant_id, membership_id, role, building_id)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?::uuid)",
                id,
                membership,
                role,
                building == null ? null : building.toString());
        return login(user, id, role);
    }

    /** A session that begins now: nothing of it is remembered anywhere yet. */
    Actor login(UUID user, UUID tenant, String role) throws SQLException {
        UUID session = UUID.randomUUID();
        execute(
                "insert into sessions (id, user_id, tenant_id, created_at, last_used_at, expires_at)"
                        + " values (?, ?, ?::uuid, now(), now(), now() + interval '1 hour')",
                session,
                user,
                tenant == null ? null : tenant.toString());
        return new Actor(stack.base(), user, token(user, tenant, session, role));
    }

    private String token(UUID user, UUID tenant, UUID session, String role) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"buildingos","aud":"buildingos-api","sub":"%s","upn":"%s@example.com","groups":["%s"],"sid":"%s",%s\
                "jti":"%s","iat":%d,"exp":%d}""".formatted(
                        user,
                        user,
                        role,
                        session,
                        tenant == null ? "" : "\"tenant\":\"" + tenant + "\",",
                        UUID.randomUUID(),
                        now,
                        now + TOKEN_LIFE);
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] secret = stack.settings().get("JWT_SECRET").getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
