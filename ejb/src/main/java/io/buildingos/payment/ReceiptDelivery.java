package io.buildingos.payment;

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
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Sends each receipt to whom it concerns, once, after the approval: number and payment are fixed by then, so that a crash or
 * a mail server that is down delays the mail and nothing else.
 */
@Stateless
public class ReceiptDelivery {
    private static final String RECIPIENT = "select p.email from Occupancy o join Person p on p.id = o.personId"
            + " where o.unitId = :unit and p.email is not null and o.startsOn <= :today"
            + " and (o.endsOn is null or o.endsOn >= :today)"
            + " order by case when p.userId = :submitter then 0 else 1 end, case when o.primary = true then 0 else 1 end,"
            + " o.role desc, o.startsOn";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Outbox outbox;

    @Inject
    private Calendars calendars;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String baseUrl;

    /**
     * Takes the receipt that waits longest and that no other node has in hand.
     *
     * @return whether there was one
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("receipts wait in every tenant")
    public boolean deliverNext() {
        Receipt receipt = next();
        if (receipt == null) {
            return false;
        }
        if (!receipt.isAnnulled()) {
            mail(receipt);
        }
        receipt.delivered(clock.instant());
        return true;
    }

    /** Native, since JPQL can't skip what others have locked. */
    private Receipt next() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from receipts where delivered_at is null order by created_at limit 1"
                                + " for update skip locked",
                        Receipt.class)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void mail(Receipt receipt) {
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
                        payment.amount().currency() + " " + head.amount(payment.amount()),
                        "link",
                        baseUrl.replaceAll("/+$", "") + "/receipts/" + receipt.id()));
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
