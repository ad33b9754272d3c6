package io.buildingos.payment;

import io.buildingos.document.Documents;
import io.buildingos.document.GeneratedFile;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.ledger.Letterhead;
import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Outbox;
import io.buildingos.notification.Pages;
import io.buildingos.notification.Subject;
import io.buildingos.payment.Addressees.Addressee;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Makes each receipt's document and sends it to whom it concerns, once, after the approval: number and payment are fixed by
 * then, so that a crash, a store or a mail server that is down delays the paper and nothing else.
 */
@Stateless
public class ReceiptDelivery {
    private static final UUID FIRST = new UUID(0, 0);

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

    @Inject
    private Notifications notifications;

    @Inject
    private Outbox outbox;

    @Inject
    private Addressees addressees;

    @Inject
    private Clock clock;

    @Inject
    private Pages pages;

    /** Whose receipts wait. */
    @Open(Open.To.SYSTEM)
    @SystemScope("receipts wait in every tenant")
    public List<UUID> tenants() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("select distinct tenant_id from receipts where delivered_at is null", UUID.class)
                .getResultList();
    }

    /**
     * Whose turn it is in the caller's tenant, by the order in which they were issued. Asked beforehand, so that one which
     * can't be made is passed by and not asked for again and again.
     *
     * @param after the one before, or null for the first
     */
    @Open(Open.To.SYSTEM)
    public Optional<UUID> next(UUID after) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id from receipts where tenant_id = :tenant and delivered_at is null and id > :after"
                                + " order by id limit 1",
                        UUID.class)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("after", after == null ? FIRST : after)
                .getResultStream()
                .findFirst();
    }

    /** @return whether it was this node that did it: another may have it in hand, or be done with it */
    @Open(Open.To.SYSTEM)
    public boolean deliver(UUID id) {
        Receipt receipt = taken(id);
        if (receipt == null) {
            return false;
        }
        PaymentReceiptView view = receipts.view(receipt.id());
        UUID document = documents.keep(
                GeneratedFile.receipt("receipt-" + receipt.number() + ".pdf", papers.pdf(view), receipt.unitId()));
        if (!receipt.isAnnulled()) {
            addressees.of(receipt).ifPresent(addressee -> send(view, addressee, document));
        }
        receipt.delivered(document, clock.instant());
        return true;
    }

    /** Native, since JPQL can't skip what others have locked. */
    private Receipt taken(UUID id) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from receipts where tenant_id = :tenant and id = :id and delivered_at is null"
                                + " for update skip locked",
                        Receipt.class)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void send(PaymentReceiptView receipt, Addressee addressee, UUID document) {
        if (addressee.user() != null
                && !notifications.hasTold(addressee.user(), NotificationType.PAYMENT_APPROVED, receipt.paymentId())) {
            notifications.tell(
                    List.of(addressee.user()),
                    NotificationType.RECEIPT_ISSUED,
                    subject(receipt),
                    Map.of("number", receipt.number(), "amount", receipt.amount(), "unit", receipt.unitCode()));
        }
        if (addressee.byMail()) {
            mail(receipt, addressee, document);
        }
    }

    private void mail(PaymentReceiptView receipt, Addressee addressee, UUID document) {
        Tenant tenant = entityManager.find(Tenant.class, currentCaller.get().requireTenant());
        outbox.post(
                tenant.id(),
                addressee.email(),
                MailTemplate.RECEIPT,
                addressee.locale(),
                Map.of(
                        "tenant",
                        Letterhead.of(tenant).name(),
                        "number",
                        receipt.number(),
                        "amount",
                        receipt.amount().said(Locale.forLanguageTag(addressee.locale())),
                        "link",
                        pages.of(subject(receipt))),
                List.of(document));
    }

    private static Subject subject(PaymentReceiptView receipt) {
        return new Subject("payment", receipt.paymentId());
    }
}
