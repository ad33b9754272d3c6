package io.buildingos.seed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.buildingos.audit.AuditLog;
import io.buildingos.identity.Passwords;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.seed.SeedPlan.PlannedBuilding;
import io.buildingos.seed.SeedPlan.PlannedTenant;
import io.buildingos.seed.SeedPlan.PlannedUnit;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.Plan;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Writes a {@link SeedPlan}'s rows, a chunk a transaction. Every row is found again by its id or its natural key, so that
 * writing a chunk twice writes it once.
 */
@Stateless
public class SeedService {
    static final String DEMO_PASSWORD = "Demo-Building-2026!";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ProductionGuard productionGuard;

    @Inject
    private Passwords passwords;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    /** What the demonstration users log in with outside development; nobody knows a default there. */
    @Inject
    @ConfigProperty(name = "SEED_PASSWORD")
    private Optional<String> stagingPassword;

    @Open(Open.To.SYSTEM)
    public SeedPlan plan(SeedParameters parameters) {
        return new SeedPlan(parameters, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The tenants themselves with subscription, users, roles and buildings; the first brings the super admin along. */
    @Open(Open.To.SYSTEM)
    @SystemScope("demonstration data of many tenants")
    public void writeTenants(SeedPlan plan, List<Integer> numbers) {
        productionGuard.requireSeedable(plan.parameters().profile());
        List<PlannedTenant> tenants = numbers.stream().map(plan::tenant).toList();
        String hash = passwordHash(plan.parameters().profile());
        Instant now = clock.instant();
        int written = sql(connection -> {
            var rows = new SeedTenantRows(connection, now);
            int fresh = rows.tenants(tenants);
            Map<String, UUID> ids = rows.ids(tenants);
            rows.subscriptions(ids.values(), smallestPlan(plan.parameters()));
            if (numbers.contains(0)) {
                rows.superAdmin(plan.superAdmin(), hash);
            }
            for (int number : numbers) {
                UUID tenant = ids.get(plan.tenant(number).slug());
                rows.members(tenant, plan.users(number), hash);
                rows.buildings(tenant, plan.buildings(number));
            }
            return fresh;
        });
        if (written > 0) {
            auditLog.happenedIn(null, "tenants.seeded", "job", null, Map.of("tenants", written));
        }
    }

    /**
     * Where the tenant's units go: the buildings that aren't complete yet, by their number in the plan. One with a unit
     * that lacks a share isn't ours any more: the seed gives each one, so somebody has worked on it since.
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("finds a demonstration tenant by its slug")
    public SeedTarget target(SeedPlan plan, int tenant) {
        PlannedTenant planned = plan.tenant(tenant);
        return sql(connection -> {
            UUID tenantId = id(connection, "select id from tenants where slug = ?", planned.slug());
            Map<Integer, UUID> incomplete = new HashMap<>();
            Map<String, UUID> found = incompleteBuildings(connection, tenantId);
            List<PlannedBuilding> buildings = plan.buildings(tenant);
            for (int building = 0; building < buildings.size(); building++) {
                UUID id = found.get(buildings.get(building).nameKey());
                if (id != null) {
                    incomplete.put(building, id);
                }
            }
            UUID resident = id(
                    connection,
                    "select id from users where email = ?",
                    plan.users(tenant).get(3).email());
            return new SeedTarget(tenantId, resident, incomplete);
        });
    }

    /** Units with their people and occupancies; numbers are those of the units in their tenant. */
    @Open(Open.To.SYSTEM)
    @SystemScope("demonstration data, written by partitions of a job")
    public void writeUnits(SeedPlan plan, int tenant, SeedTarget target, List<Integer> numbers) {
        productionGuard.requireSeedable(plan.parameters().profile());
        int each = plan.parameters().units();
        var byBuilding = numbers.stream()
                .collect(groupingBy(number -> number / each, mapping(number -> number % each, toList())));
        Instant now = clock.instant();
        target.incompleteBuildings().forEach((building, id) -> {
            List<PlannedUnit> units = plan.units(tenant, building, byBuilding.getOrDefault(building, List.of()));
            int written = sql(connection -> new SeedUnitRows(connection, target, now).write(id, units));
            if (written > 0) {
                auditLog.happenedIn(target.tenantId(), "building.seeded", "building", id, Map.of("units", written));
            }
        });
    }

    /** The names of this plan's buildings whose units' shares don't sum to 1; none, when all went well. */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks at every demonstration tenant")
    @SuppressWarnings("unchecked")
    public List<String> buildingsWithWrongShares(SeedPlan plan) {
        List<String> slugs = new ArrayList<>();
        for (int tenant = 0; tenant < plan.parameters().tenants(); tenant++) {
            slugs.add(plan.tenant(tenant).slug());
        }
        return entityManager
                .createNativeQuery(
                        "select t.name || ', ' || b.name from tenants t join buildings b on b.tenant_id = t.id"
                                + " join units u on u.tenant_id = b.tenant_id and u.building_id = b.id"
                                + " where t.slug in (:slugs) group by t.name, b.id, b.name"
                                + " having count(*) = count(u.share) and sum(u.share) <> 1 order by 1",
                        String.class)
                .setParameter("slugs", slugs)
                .getResultList();
    }

    private String passwordHash(SeedParameters.Profile profile) {
        return profile == SeedParameters.Profile.DEVELOPMENT
                ? passwords.hash(DEMO_PASSWORD)
                : stagingPassword.map(passwords::hash).orElse(null);
    }

    private static Plan smallestPlan(SeedParameters parameters) {
        boolean pro = parameters.buildings() <= Plan.PRO.limit(CountedResource.BUILDINGS)
                && parameters.unitsOfTenant() <= Plan.PRO.limit(CountedResource.UNITS);
        return pro ? Plan.PRO : Plan.ENTERPRISE;
    }

    private static Map<String, UUID> incompleteBuildings(Connection connection, UUID tenant) throws SQLException {
        Map<String, UUID> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select b.name_key, b.id from buildings b where b.tenant_id = ? and (select coalesce(sum(u.share), 0) < 1"
                        + " and count(*) = count(u.share) from units u"
                        + " where u.tenant_id = b.tenant_id and u.building_id = b.id)")) {
            query.setObject(1, tenant);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
        }
        return found;
    }

    private static UUID id(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the seed's step before has not written " + key);
                }
                return row.getObject(1, UUID.class);
            }
        }
    }

    private <T> T sql(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
