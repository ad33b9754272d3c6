package io.buildingos.payment;

import io.buildingos.document.Documents;
import io.buildingos.document.GeneratedFile;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.ledger.Letterhead;
import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.Outbox;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Makes each receipt's document and sends it to whom it concerns, once, after the approval: number and payment are fixed by
 * then, so that a crash, a store or a mail server that is down delays the paper and nothing else.
 */
@Stateless
public class ReceiptDelivery {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String RECIPIENT = "select p.email from Occupancy o join Person p on p.id = o.personId"
            + " where o.unitId = :unit and p.email is not null and o.startsOn <= :today"
            + " and (o.endsOn is null or o.endsOn >= :today)"
            + " order by case when p.userId = :submitter then 0 else 1 end, case when o.primary = true then 0 else 1 end,"
            + " o.role desc, o.startsOn";

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
    private Outbox outbox;

    @Inject
    private Calendars calendars;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String baseUrl;

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
        UUID document = documents.keep(GeneratedFile.receipt(
                "receipt-" + receipt.number() + ".pdf", papers.pdf(receipts.view(receipt.id())), receipt.unitId()));
        if (!receipt.isAnnulled()) {
            mail(receipt, document);
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

    private void mail(Receipt receipt, UUID document) {
        Payment payment = entityManager.find(Payment.class, receipt.paymentId());
        Optional<String> recipient = recipient(receipt, payment);
        if (recipient.isEmpty()) {
            return;
        }
        Tenant tenant = entityManager.find(Tenant.class, receipt.tenantId());
        Letterhead head = Letterhead.of(tenant);
        outbox.post(
                tenant.id(),
                recipient.get(),
                MailTemplate.RECEIPT,
                tenant.locale(),
                Map.of(
                        "tenant",
                        head.name(),
                        "number",
                        receipt.number(),
                        "amount",
                        payment.amount().said(head.locale()),
                        "link",
                        baseUrl.replaceAll("/+$", "") + "/receipts/" + receipt.id()),
                List.of(document));
    }

    /** Whoever of the unit has paid, else its first resident, else its first owner. */
    private Optional<String> recipient(Receipt receipt, Payment payment) {
        return entityManager
                .createQuery(RECIPIENT, String.class)
                .setParameter("unit", receipt.unitId())
                .setParameter("today", calendars.today(receipt.tenantId()))
                .setParameter("submitter", payment.submittedBy())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
