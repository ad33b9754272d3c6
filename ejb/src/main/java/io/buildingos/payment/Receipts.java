package io.buildingos.payment;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Gives out receipts' numbers, inside the approval, and finds receipts. The counter's row is the last thing an approval locks, so that waiting
 * for it can't end in a circle; approvals of a tenant pass it one by one, which is what leaves no gap.
 */
@ApplicationScoped
class Receipts {
    static final String VIEW =
            "new io.buildingos.payment.PaymentReceiptView(r.id, r.version, r.year, r.number, r.buildingId,"
                    + " r.unitId, u.code, r.paymentId, p.amountMinor, p.currency, r.issuedOn, r.annulledAt,"
                    + " r.documentId, r.deliveredAt)";
    static final String FROM = "Receipt r join Unit u on u.tenantId = r.tenantId and u.id = r.unitId"
            + " join Payment p on p.tenantId = r.tenantId and p.id = r.paymentId";

    private static final String NEXT =
            "insert into receipt_counters (tenant_id, year, last_number) values (:tenant, :year, 1)"
                    + " on conflict (tenant_id, year) do update set last_number = receipt_counters.last_number + 1"
                    + " returning last_number";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Inject
    private Clock clock;

    void issue(Payment payment) {
        LocalDate today = calendars.today(payment.tenantId());
        long number = entityManager
                .unwrap(Session.class)
                .createNativeQuery(NEXT, Long.class)
                .setParameter("tenant", payment.tenantId())
                .setParameter("year", today.getYear())
                .getSingleResult();
        entityManager.persist(new Receipt(payment, today, number, clock.instant()));
    }

    Receipt annul(Payment payment) {
        Receipt receipt = entityManager
                .createQuery("from Receipt r where r.paymentId = :payment", Receipt.class)
                .setParameter("payment", payment.id())
                .getSingleResult();
        receipt.annul(clock.instant());
        return receipt;
    }

    PaymentReceiptView view(UUID id) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.view(
                entityManager,
                tenant,
                PaymentReceiptView.class,
                "select " + VIEW + " from " + FROM + " where r.tenantId = :tenant and r.id = :id",
                Map.of("id", id));
    }
}
