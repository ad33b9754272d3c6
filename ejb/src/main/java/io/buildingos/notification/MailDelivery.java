package io.buildingos.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Open;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Delivers one mail a transaction. */
@Stateless
public class MailDelivery {
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private MailTransport transport;

    @Inject
    private Clock clock;

    /**
     * Takes the mail that waits longest and that no other node has in hand. The row stays locked while it is sent; if the
     * node dies in between, another sends it again, under the same message id.
     *
     * @return whether there was one
     */
    @Open(Open.To.SYSTEM)
    public boolean deliverNext() {
        OutgoingMail mail = next();
        if (mail == null) {
            return false;
        }
        try {
            transport.send(mail, MailTexts.of(mail.template(), mail.locale(), model(mail)));
            mail.sent(clock.instant(), transport.keeps());
        } catch (MessagingException | RuntimeException failure) {
            mail.failed(String.valueOf(failure.getMessage()), clock.instant());
            LOG.warnf("Mail %s could not be sent%s: %s", mail.id(), mail.dead() ? ", given up" : "", failure);
        }
        return true;
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

    private static Map<String, String> model(OutgoingMail mail) {
        try {
            return Json.mapper().readValue(mail.model(), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the model of mail " + mail.id() + " is unreadable", unreadable);
        }
    }
}
