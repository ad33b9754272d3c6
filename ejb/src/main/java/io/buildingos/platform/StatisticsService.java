package io.buildingos.platform;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts over all tenants, by the database. */
@Stateless
public class StatisticsService {
    private static final String SUBSCRIPTIONS = "select case when s.status = 'TRIAL' and s.trial_ends_at <= :now"
            + " then 'EXPIRED' else s.status end, count(*) from subscriptions s group by 1";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Allowed(PLATFORM)
    @SystemScope("figures over every tenant")
    public Statistics current() {
        return new Statistics(
                grouped("select status, count(*) from tenants group by status"),
                figures(entityManager
                        .createNativeQuery(SUBSCRIPTIONS, Object[].class)
                        .setParameter("now", clock.instant())
                        .getResultList()),
                grouped("select plan, count(*) from subscriptions group by plan"),
                count("select count(*) from users where disabled_at is null"),
                count("select count(*) from buildings where archived_at is null"),
                count("select count(*) from units where archived_at is null"),
                count("select count(*) from people where archived_at is null"),
                count("select count(*) from occupancies where ends_on is null"));
    }

    private Map<String, Long> grouped(String sql) {
        return figures(entityManager.createNativeQuery(sql, Object[].class).getResultList());
    }

    private static Map<String, Long> figures(List<?> rows) {
        Map<String, Long> figures = new TreeMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            figures.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return figures;
    }

    private long count(String sql) {
        return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
