package io.buildingos.kernel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * The first wall's filter, and the way past it for a query that names the tenant itself.
 *
 * <p>While a filter is on, Hibernate 6.6 keeps no plans: it translates every query, and every load by id, anew, which costs
 * more than the statement itself. What runs for almost every request therefore names its tenant and runs without.
 */
public final class TenantFilter {
    /** As Hibernate names what {@code @TenantId} switches on. */
    private static final String NAME = "_tenantId";

    private static final String PARAMETER = "tenantId";

    private TenantFilter() {}

    /** Off where the transaction works across tenants. */
    static boolean isOn(EntityManager entityManager) {
        return entityManager.unwrap(Session.class).getEnabledFilter(NAME) != null;
    }

    /** @param work must compare the tenant itself, in the query or in what it found */
    public static <T> T without(EntityManager entityManager, UUID tenant, Supplier<T> work) {
        if (!isOn(entityManager)) {
            return work.get();
        }
        Session session = entityManager.unwrap(Session.class);
        session.disableFilter(NAME);
        try {
            return work.get();
        } finally {
            session.enableFilter(NAME).setParameter(PARAMETER, tenant);
        }
    }

    /** By id, from the kept plan; a row of another tenant is none. */
    public static <T extends TenantOwned> T find(EntityManager entityManager, UUID tenant, Class<T> type, UUID id) {
        T found = without(entityManager, tenant, () -> entityManager.find(type, id));
        return found != null && found.tenantId().equals(tenant) ? found : null;
    }

    /**
     * What the query shows of the one row it finds, from the kept plan.
     *
     * @param query compares :tenant, and whatever else it is given
     * @throws Refusal NOT_FOUND where the tenant has none such
     */
    public static <V> V view(
            EntityManager entityManager, UUID tenant, Class<V> type, String query, Map<String, ?> parameters) {
        return without(entityManager, tenant, () -> {
            TypedQuery<V> asked = entityManager.createQuery(query, type).setParameter("tenant", tenant);
            parameters.forEach(asked::setParameter);
            return asked.getResultStream().findFirst().orElseThrow(Refusal::notFound);
        });
    }
}
