package io.buildingos.payment;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.ledger.UnitAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;

/** The payments that a caller's permission reaches, for services that act on them. */
@ApplicationScoped
class Payments {
    static final String VIEW =
            "new io.buildingos.payment.PaymentView(p.id, p.version, p.buildingId, p.unitId, u.code, p.method,"
                    + " p.amountMinor, p.allocatedMinor, p.currency, p.reference, p.paidOn,"
                    + " p.proofDocumentId, p.status, p.submittedAt, p.submittedBy,"
                    + " p.reviewedAt, p.rejectionReason, p.reversedAt, p.reversalReason, r.id, r.year, r.number)";
    static final String FROM = "Payment p join Unit u on u.tenantId = p.tenantId and u.id = p.unitId"
            + " left join Receipt r on r.tenantId = p.tenantId and r.unitId = p.unitId and r.paymentId = p.id";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private UnitAccounts accounts;

    /** With its unit's account; what was read before the lock may have changed while waiting for it. */
    Payment locked(UUID id, Permission permission) {
        UUID tenant = currentCaller.get().requireTenant();
        Payment payment = TenantFilter.find(entityManager, tenant, Payment.class, id);
        if (payment == null
                || !currentCaller.get().reach(permission).coversUnit(payment.unitId(), payment.buildingId())) {
            throw Refusal.notFound();
        }
        accounts.locked(payment.unitId());
        return TenantFilter.without(entityManager, tenant, () -> {
            entityManager.refresh(payment);
            return payment;
        });
    }

    PaymentView view(UUID id) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.view(
                entityManager,
                tenant,
                PaymentView.class,
                "select " + VIEW + " from " + FROM + " where p.tenantId = :tenant and p.id = :id",
                Map.of("id", id));
    }
}
