package io.buildingos.payment;

import static io.buildingos.kernel.Permission.PAYMENT_READ;

import io.buildingos.document.Documents;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Shows receipts, also on paper. */
@Stateless
public class PaymentReceiptService {
    private static final Listing<PaymentReceiptView> LISTING = Listing.<PaymentReceiptView>of(
                    Receipts.VIEW, Receipts.FROM, "r.id")
            .sort("createdAt", "r.createdAt", Instant.class)
            .filter("building", UUID.class, "r.buildingId = :building")
            .filter("unit", UUID.class, "r.unitId = :unit")
            .filter("payment", UUID.class, "r.paymentId = :payment");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Receipts receipts;

    @Inject
    private ReceiptPapers papers;

    @Inject
    private Documents documents;

    @Allowed(PAYMENT_READ)
    public Page<PaymentReceiptView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request,
                Condition.within(currentCaller.get().reach(PAYMENT_READ), "r.buildingId", "r.unitId"));
    }

    @Allowed(PAYMENT_READ)
    public PaymentReceiptView get(UUID id) {
        PaymentReceiptView view = receipts.view(id);
        if (!currentCaller.get().reach(PAYMENT_READ).coversUnit(view.unitId(), view.buildingId())) {
            throw Refusal.notFound();
        }
        return view;
    }

    /** As it was issued; made anew while it isn't kept yet, and once it is annulled, which the one kept can't say. */
    @Allowed(PAYMENT_READ)
    public byte[] pdf(UUID id) {
        PaymentReceiptView receipt = get(id);
        if (receipt.documentId() == null || receipt.annulledAt() != null) {
            return papers.pdf(receipt);
        }
        return documents.bytes(receipt.documentId());
    }
}
