package io.buildingos.notification;

import io.buildingos.kernel.Open;
import io.buildingos.notification.MailAttempt.Outcome;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Delivers one mail a transaction. */
@Stateless
public class MailDelivery {
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private MailComposition composition;

    @Inject
    private MailTransport transport;

    @Inject
    private Suppressions suppressions;

    @Inject
    private Clock clock;

    /**
     * Takes the mail that waits longest and that no other node has in hand. The row stays locked while it is sent; if the
     * node dies in between, another sends it again, under the same message id.
     *
     * @return what it came to; empty if there was none
     */
    @Open(Open.To.SYSTEM)
    public Optional<Outcome> deliverNext() {
        return Optional.ofNullable(next()).map(this::deliver);
    }

    private Outcome deliver(OutgoingMail mail) {
        if (suppressions.has(mail.recipient())) {
            mail.suppressed();
            return log(mail, Outcome.SUPPRESSED, null, null);
        }
        try {
            String providerId = transport.send(composition.letter(mail));
            mail.sent(clock.instant(), transport.keeps());
            return log(mail, Outcome.SENT, providerId, null);
        } catch (MailRefused refused) {
            return refuse(mail, refused);
        } catch (MessagingException | IOException | RuntimeException failure) {
            mail.failed(String.valueOf(failure.getMessage()), clock.instant());
            LOG.warnf("Mail %s could not be sent%s: %s", mail.id(), mail.dead() ? ", given up" : "", failure);
            return log(mail, Outcome.FAILED, null, String.valueOf(failure.getMessage()));
        }
    }

    private Outcome refuse(OutgoingMail mail, MailRefused refused) {
        LOG.warnf("Mail %s was refused for good: %s", mail.id(), refused.getMessage());
        if (refused.isNobodyThere()) {
            mail.bounced(refused.getMessage());
            suppressions.add(mail.recipient(), MailSuppression.Reason.BOUNCE, refused.getMessage());
            return log(mail, Outcome.BOUNCED, null, refused.getMessage());
        }
        mail.refused(refused.getMessage());
        return log(mail, Outcome.REFUSED, null, refused.getMessage());
    }

    private Outcome log(OutgoingMail mail, Outcome outcome, String providerId, String detail) {
        entityManager.persist(new MailAttempt(mail.id(), clock.instant(), outcome, providerId, detail));
        return outcome;
    }

    /** Native, since JPQL can't skip what others have locked. */
    private OutgoingMail next() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from mail_outbox where status = 'PENDING' and next_attempt_at <= :now"
                                + " order by next_attempt_at limit 1 for update skip locked",
                        OutgoingMail.class)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
