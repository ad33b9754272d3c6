package io.buildingos.identity;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rows of other features that roles and invitations refer to. Native and by the tenant said aloud: those features
 * depend on this one, not the other way round.
 */
@ApplicationScoped
class TenantReferences {
    @PersistenceContext
    private EntityManager entityManager;

    void requireBuildings(UUID tenant, Stream<UUID> buildings, String field) {
        Set<UUID> ids = buildings.filter(Objects::nonNull).collect(java.util.stream.Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        if (count("select count(*) from buildings where tenant_id = :tenant and id in (:ids)", tenant, ids)
                != ids.size()) {
            throw Refusal.invalid(field, "there is no such building");
        }
    }

    void requirePerson(UUID tenant, UUID person) {
        if (person != null
                && count(
                                "select count(*) from people where tenant_id = :tenant and id in (:ids)",
                                tenant,
                                Set.of(person))
                        == 0) {
            throw Refusal.invalid("personId", "there is no such person");
        }
    }

    String buildingName(UUID tenant, UUID building) {
        return (String) entityManager
                .createNativeQuery("select name from buildings where tenant_id = :tenant and id = :id", String.class)
                .setParameter("tenant", tenant)
                .setParameter("id", building)
                .getSingleResult();
    }

    /** The person of the directory turns out to be this user. */
    void link(UUID tenant, UUID person, UUID user) {
        int linked = entityManager
                .createNativeQuery("update people set user_id = :user, version = version + 1"
                        + " where tenant_id = :tenant and id = :person and (user_id is null or user_id = :user)")
                .setParameter("user", user)
                .setParameter("tenant", tenant)
                .setParameter("person", person)
                .executeUpdate();
        if (linked == 0) {
            throw Refusal.of(ErrorCode.PERSON_USER_TAKEN);
        }
    }

    private long count(String query, UUID tenant, Set<UUID> ids) {
        return ((Number) entityManager
                        .createNativeQuery(query)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", ids)
                        .getSingleResult())
                .longValue();
    }
}
