package io.buildingos.document;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The transactions of a sweep. */
@Stateless
public class SweepSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Open(Open.To.SYSTEM)
    @SystemScope("uploads of every tenant")
    public List<String> expired(Instant before, int most) {
        return entityManager
                .createQuery(
                        "select u.objectKey from Upload u where u.expiresAt < :before order by u.expiresAt, u.id",
                        String.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    @Open(Open.To.SYSTEM)
    @SystemScope("uploads of every tenant")
    public void forget(List<String> keys) {
        if (!keys.isEmpty()) {
            entityManager
                    .createQuery("delete from Upload u where u.objectKey in :keys")
                    .setParameter("keys", keys)
                    .executeUpdate();
        }
    }

    /** Those of the keys that a row needs. */
    @Open(Open.To.SYSTEM)
    @SystemScope("the store knows no tenants")
    public Set<String> known(List<String> keys) {
        Set<String> known = new HashSet<>(entityManager
                .createQuery("select r.objectKey from DocumentRevision r where r.objectKey in :keys", String.class)
                .setParameter("keys", keys)
                .getResultList());
        known.addAll(entityManager
                .createQuery("select u.objectKey from Upload u where u.objectKey in :keys", String.class)
                .setParameter("keys", keys)
                .getResultList());
        return known;
    }
}
