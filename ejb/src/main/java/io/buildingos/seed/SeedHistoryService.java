package io.buildingos.seed;

import static io.buildingos.seed.SeedRows.id;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.seed.SeedPlan.PlannedBuilding;
import io.buildingos.seed.SeedStage.Member;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Plays the months of a demonstration tenant, piece by piece, each in the caller's transaction and only once. */
@Stateless
public class SeedHistoryService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ProductionGuard productionGuard;

    @Inject
    private SeedDocuments documents;

    @Inject
    private SeedBooks books;

    @Inject
    private SeedWork work;

    @Open(Open.To.SYSTEM)
    @SystemScope("finds a demonstration tenant by its slug")
    public SeedStage stage(SeedPlan plan, int tenant) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> stage(new SeedRows(connection), plan, tenant));
    }

    /**
     * Works in the tenant of the stage, which is the caller's.
     *
     * @return how many rows of any kind that people would call things were written; 0: they were there
     */
    @Open(Open.To.SYSTEM)
    public int write(SeedPlan plan, SeedStage stage, SeedPart part, int piece) {
        productionGuard.requireSeedable(plan.parameters().profile());
        return switch (part) {
            case DOCUMENTS -> documents.write(plan, stage, piece);
            case BOOKS -> books.write(plan, stage, piece);
            case WORK -> work.write(plan, stage, piece);
        };
    }

    private static SeedStage stage(SeedRows rows, SeedPlan plan, int tenant) throws SQLException {
        UUID id = rows.first(
                        "select id from tenants where slug = ?",
                        SeedRows::id,
                        plan.tenant(tenant).slug())
                .orElseThrow(() -> new IllegalStateException("the seed's first step hasn't written the tenant"));
        Member owner = member(rows, id, plan.users(tenant).get(0)).orElse(null);
        if (owner == null) {
            owner = anyOwner(rows, id);
        }
        Optional<Member> resident = member(rows, id, plan.users(tenant).get(3));
        UUID home = resident.isEmpty() ? null : home(rows, id, resident.get().userId());
        Member admin = member(rows, id, plan.users(tenant).get(1)).orElse(owner);
        Member operator = member(rows, id, plan.users(tenant).get(2)).orElse(admin);
        Member lives = resident.orElse(owner);
        Member owns = owner;
        Map<Integer, UUID> buildings = buildings(rows, id, plan.buildings(tenant));
        return rows.first(
                        "select currency, locale, time_zone from tenants where id = ?",
                        row -> new SeedStage(
                                id,
                                row.getString(1),
                                row.getString(2),
                                ZoneId.of(row.getString(3)),
                                buildings,
                                owns,
                                admin,
                                operator,
                                lives,
                                home),
                        id)
                .orElseThrow();
    }

    private static Map<Integer, UUID> buildings(SeedRows rows, UUID tenant, List<PlannedBuilding> planned)
            throws SQLException {
        Map<String, UUID> open = new HashMap<>();
        rows.list(
                "select name_key, id from buildings where tenant_id = ? and archived_at is null",
                row -> open.put(row.getString(1), row.getObject(2, UUID.class)),
                tenant);
        Map<Integer, UUID> found = new HashMap<>();
        for (int number = 0; number < planned.size(); number++) {
            UUID id = open.get(planned.get(number).nameKey());
            if (id != null) {
                found.put(number, id);
            }
        }
        return found;
    }

    private static Optional<Member> member(SeedRows rows, UUID tenant, SeedPlan.PlannedUser planned)
            throws SQLException {
        return rows.first(
                "select u.id, u.name from memberships m join users u on u.id = m.user_id"
                        + " where m.tenant_id = ? and u.email = ?",
                row -> new Member(id(row), row.getString(2)),
                tenant,
                planned.email());
    }

    /** A tenant always has one. */
    private static Member anyOwner(SeedRows rows, UUID tenant) throws SQLException {
        return rows.first(
                        "select u.id, u.name from membership_roles r"
                                + " join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id"
                                + " join users u on u.id = m.user_id"
                                + " where r.tenant_id = ? and r.role = 'TENANT_OWNER' order by u.id",
                        row -> new Member(id(row), row.getString(2)),
                        tenant)
                .orElseThrow();
    }

    /** Where the resident lives today. */
    private static UUID home(SeedRows rows, UUID tenant, UUID user) throws SQLException {
        return rows.first(
                        "select o.unit_id from occupancies o"
                                + " join people p on p.tenant_id = o.tenant_id and p.id = o.person_id"
                                + " where o.tenant_id = ? and p.user_id = ? and o.ends_on is null"
                                + " order by o.starts_on, o.unit_id",
                        SeedRows::id,
                        tenant,
                        user)
                .orElse(null);
    }
}
