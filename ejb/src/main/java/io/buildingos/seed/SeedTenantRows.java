package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.UuidV7;
import io.buildingos.seed.SeedPlan.PlannedBuilding;
import io.buildingos.seed.SeedPlan.PlannedTenant;
import io.buildingos.seed.SeedPlan.PlannedUser;
import io.buildingos.tenancy.Plan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of tenants, users and buildings; each found again by its natural key. */
final class SeedTenantRows {
    private static final Long NEW = 0L;

    private final Connection connection;
    private final Instant now;

    SeedTenantRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    int tenants(List<PlannedTenant> tenants) throws SQLException {
        return BulkInsert.<PlannedTenant>into("tenants")
                .column("id", "uuid", PlannedTenant::id)
                .column("version", "bigint", tenant -> NEW)
                .column("name", "text", PlannedTenant::name)
                .column("slug", "text", PlannedTenant::slug)
                .column("type", "text", PlannedTenant::type)
                .column("status", "text", tenant -> "ACTIVE")
                .column("currency", "text", PlannedTenant::currency)
                .column("locale", "text", PlannedTenant::locale)
                .column("time_zone", "text", PlannedTenant::timeZone)
                .column("created_at", "timestamptz", tenant -> now)
                .unlessThere("slug")
                .execute(connection, tenants);
    }

    Map<String, UUID> ids(List<PlannedTenant> tenants) throws SQLException {
        return idsBy(
                "select slug, id from tenants where slug = any (?)",
                tenants.stream().map(PlannedTenant::slug).toArray());
    }

    void subscriptions(Collection<UUID> tenants, Plan plan) throws SQLException {
        BulkInsert.<UUID>into("subscriptions")
                .column("id", "uuid", tenant -> UuidV7.create())
                .column("version", "bigint", tenant -> NEW)
                .column("tenant_id", "uuid", tenant -> tenant)
                .column("plan", "text", tenant -> plan.name())
                .column("status", "text", tenant -> "ACTIVE")
                .column("created_at", "timestamptz", tenant -> now)
                .unlessThere("tenant_id")
                .execute(connection, List.copyOf(tenants));
    }

    void superAdmin(PlannedUser user, String passwordHash) throws SQLException {
        users(List.of(user), passwordHash, true);
    }

    void members(UUID tenant, List<PlannedUser> members, String passwordHash) throws SQLException {
        users(members, passwordHash, false);
        Map<String, UUID> ids = idsBy(
                "select email, id from users where email = any (?)",
                members.stream().map(PlannedUser::email).toArray());
        BulkInsert.<PlannedUser>into("memberships")
                .column("id", "uuid", PlannedUser::membershipId)
                .column("version", "bigint", member -> NEW)
                .column("tenant_id", "uuid", member -> tenant)
                .column("user_id", "uuid", member -> ids.get(member.email()))
                .column("created_at", "timestamptz", member -> now)
                .unlessThere("tenant_id, user_id")
                .execute(connection, members);
        BulkInsert.<PlannedUser>into("membership_roles")
                .column("id", "uuid", PlannedUser::roleId)
                .column("tenant_id", "uuid", member -> tenant)
                .column("membership_id", "uuid", PlannedUser::membershipId)
                .column("role", "text", PlannedUser::role)
                .unlessThere("id")
                .execute(connection, withoutRoles(members));
    }

    /** Whoever was a member before keeps the membership and the roles of then. */
    private List<PlannedUser> withoutRoles(List<PlannedUser> members) throws SQLException {
        Map<String, UUID> there = idsBy(
                "select m.id::text, m.id from memberships m where m.id = any (?::uuid[]) and not exists (select 1"
                        + " from membership_roles r where r.tenant_id = m.tenant_id and r.membership_id = m.id)",
                members.stream().map(member -> member.membershipId().toString()).toArray());
        return members.stream()
                .filter(member -> there.containsValue(member.membershipId()))
                .toList();
    }

    private void users(List<PlannedUser> users, String passwordHash, boolean superAdmin) throws SQLException {
        BulkInsert.<PlannedUser>into("users")
                .column("id", "uuid", PlannedUser::id)
                .column("version", "bigint", user -> NEW)
                .column("email", "text", PlannedUser::email)
                .column("name", "text", PlannedUser::name)
                .column("password_hash", "text", user -> passwordHash)
                .column("email_verified_at", "timestamptz", user -> now)
                .column("super_admin", "boolean", user -> superAdmin)
                .column("created_at", "timestamptz", user -> now)
                .unlessThere("email")
                .execute(connection, users);
    }

    void buildings(UUID tenant, List<PlannedBuilding> buildings) throws SQLException {
        BulkInsert.<PlannedBuilding>into("buildings")
                .column("id", "uuid", PlannedBuilding::id)
                .column("version", "bigint", building -> NEW)
                .column("tenant_id", "uuid", building -> tenant)
                .column("name", "text", PlannedBuilding::name)
                .column("name_key", "text", PlannedBuilding::nameKey)
                .column("address", "text", PlannedBuilding::address)
                .column("created_at", "timestamptz", building -> now)
                .unlessThere("tenant_id, name_key")
                .execute(connection, buildings);
    }

    private Map<String, UUID> idsBy(String sql, Object... keys) throws SQLException {
        Map<String, UUID> ids = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", keys));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
        }
        return ids;
    }
}
