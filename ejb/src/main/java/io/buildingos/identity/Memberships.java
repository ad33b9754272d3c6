package io.buildingos.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** In which tenants a user is what; closed ones are no place to be any more. Asks across tenants: the transaction must have the system's scope. */
@ApplicationScoped
class Memberships {
    @PersistenceContext
    private EntityManager entityManager;

    List<MembershipView> of(UUID user) {
        return entityManager
                .createQuery(
                        "select new io.buildingos.identity.MembershipView(t.id, t.name, r.role, r.buildingId)"
                                + " from Membership m join m.roles r join Tenant t on t.id = m.tenantId"
                                + " where m.userId = :user and t.status <> io.buildingos.tenancy.Tenant$Status.CLOSED"
                                + " order by t.name, t.id, r.role, r.id",
                        MembershipView.class)
                .setParameter("user", user)
                .getResultList();
    }
}
