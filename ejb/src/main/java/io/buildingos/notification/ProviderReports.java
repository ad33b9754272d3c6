package io.buildingos.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.buildingos.config.Configuration;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import io.buildingos.notification.MailAttempt.Outcome;
import io.buildingos.notification.MailSuppression.Reason;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** What Resend reports later of a mail it took: nobody is there, or somebody complained. Signed, and safe to repeat. */
@Stateless
public class ProviderReports {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Configuration settings;

    @Inject
    private Suppressions suppressions;

    @Inject
    private Clock clock;

    /** @param signature over id, timestamp and body, as Svix signs */
    @Open(Open.To.ANYBODY)
    @SystemScope("a provider knows no tenants")
    public void resend(WebhookSignature signature, byte[] body) {
        String secret = settings.optional("RESEND_WEBHOOK_SECRET").orElseThrow(Refusal::notFound);
        signature.require(secret, body, clock.instant());
        JsonNode report = read(body);
        switch (report.path("type").asText()) {
            case "email.bounced" -> undeliverable(report, Reason.BOUNCE);
            case "email.complained" -> undeliverable(report, Reason.COMPLAINT);
            default -> {
                // Sent, delivered, opened: nothing to be done.
            }
        }
    }

    private void undeliverable(JsonNode report, Reason reason) {
        String detail = report.at("/data/bounce/message").asText(reason.name());
        entityManager
                .createQuery(
                        "select a.mailId from MailAttempt a where a.providerId = :provider and a.outcome = :sent",
                        java.util.UUID.class)
                .setParameter("provider", report.at("/data/email_id").asText())
                .setParameter("sent", Outcome.SENT)
                .getResultStream()
                .findFirst()
                .map(id -> entityManager.find(OutgoingMail.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(mail -> mail.status() != OutgoingMail.Status.BOUNCED)
                .ifPresent(mail -> {
                    mail.bounced(detail);
                    suppressions.add(mail.recipient(), reason, detail);
                    entityManager.persist(new MailAttempt(mail.id(), clock.instant(), Outcome.BOUNCED, null, detail));
                });
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.mapper().readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException malformed) {
            throw Refusal.of(ErrorCode.MALFORMED_REQUEST);
        }
    }
}
