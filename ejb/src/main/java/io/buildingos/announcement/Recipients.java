package io.buildingos.announcement;

import io.buildingos.kernel.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Whom an announcement means, frozen in one statement. */
@ApplicationScoped
public class Recipients {
    /**
     * People by their occupancies, members by their roles; somebody who is both counts once, and so does somebody meant by
     * several targets. Whoever's account is disabled gets nothing.
     */
    private static final String FREEZE = """
            with meant as (
                select p.id as person_id, p.user_id, p.email
                from announcement_targets t
                join units u on u.tenant_id = t.tenant_id
                    and (t.kind = 'TENANT' or (t.kind = 'BUILDING' and u.building_id = t.building_id)
                        or (t.kind = 'UNIT' and u.id = t.unit_id))
                join occupancies o on o.tenant_id = u.tenant_id and o.unit_id = u.id
                    and o.starts_on <= :today and (o.ends_on is null or o.ends_on >= :today)
                join people p on p.tenant_id = o.tenant_id and p.id = o.person_id
                where t.tenant_id = :tenant and t.announcement_id = :announcement
                union
                select null, m.user_id, null
                from announcement_targets t
                join membership_roles r on r.tenant_id = t.tenant_id
                    and (t.kind = 'TENANT' or (t.kind = 'BUILDING' and r.building_id = t.building_id)
                        or (t.kind = 'ROLE' and r.role = t.role))
                join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id
                where t.tenant_id = :tenant and t.announcement_id = :announcement)
            insert into announcement_receipts
                (id, tenant_id, announcement_id, user_id, person_id, email, created_at)
            select distinct on (coalesce(m.user_id, meant.person_id))
                gen_random_uuid(), :tenant, :announcement, m.user_id, meant.person_id,
                coalesce(u.email, meant.email), :now
            from meant
            left join memberships m on m.tenant_id = :tenant and m.user_id = meant.user_id
            left join users u on u.id = m.user_id
            where u.disabled_at is null and (m.user_id is not null or (:byEmail and meant.email is not null))
            order by coalesce(m.user_id, meant.person_id), meant.person_id nulls last
            """;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * Returns how many they are.
     *
     * @param today who lives where on that day, in the tenant's calendar
     * @param at when it is sent
     */
    public int freeze(UUID announcement, boolean byEmail, LocalDate today, Instant at) {
        return entityManager
                .createNativeQuery(FREEZE)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("announcement", announcement)
                .setParameter("today", today)
                .setParameter("byEmail", byEmail)
                .setParameter("now", at)
                .executeUpdate();
    }
}
