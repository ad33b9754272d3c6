package io.buildingos.payment;

import static io.buildingos.kernel.Permission.PAYMENT_READ;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Shows receipts, also on paper. */
@Stateless
public class PaymentReceiptService {
    private static final String VIEW =
            "new io.buildingos.payment.PaymentReceiptView(r.id, r.version, r.year, r.number, r.buildingId,"
                    + " r.unitId, u.code, r.paymentId, p.amountMinor, p.currency, r.issuedOn, r.annulledAt, r.deliveredAt)";
    private static final String FROM = "Receipt r join Unit u on u.tenantId = r.tenantId and u.id = r.unitId"
            + " join Payment p on p.tenantId = r.tenantId and p.id = r.paymentId";
    private static final Listing<PaymentReceiptView> LISTING = Listing.<PaymentReceiptView>of(VIEW, FROM, "r.id")
            .sort("createdAt", "r.createdAt", Instant.class)
            .filter("building", UUID.class, "r.buildingId = :building")
            .filter("unit", UUID.class, "r.unitId = :unit")
            .filter("payment", UUID.class, "r.paymentId = :payment");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ReceiptPapers papers;

    @Allowed(PAYMENT_READ)
    public Page<PaymentReceiptView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request,
                Condition.within(currentCaller.get().reach(PAYMENT_READ), "r.buildingId", "r.unitId"));
    }

    @Allowed(PAYMENT_READ)
    public PaymentReceiptView get(UUID id) {
        UUID tenant = currentCaller.get().requireTenant();
        PaymentReceiptView view = TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select " + VIEW + " from " + FROM + " where r.tenantId = :tenant and r.id = :id",
                                PaymentReceiptView.class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(Refusal::notFound));
        if (!currentCaller.get().reach(PAYMENT_READ).coversUnit(view.unitId(), view.buildingId())) {
            throw Refusal.notFound();
        }
        return view;
    }

    /** One page, made anew: it says what was so when the payment was approved. */
    @Allowed(PAYMENT_READ)
    public byte[] pdf(UUID id) {
        return papers.pdf(get(id));
    }
}
