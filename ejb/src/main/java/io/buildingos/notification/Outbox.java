package io.buildingos.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Where mail is posted, in the transaction of what it tells of: if that goes, the mail goes with it. */
@ApplicationScoped
public class Outbox {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /**
     * Posts a mail.
     *
     * @param tenant in whose name, or null for the platform's own
     * @param locale of the recipient; a language without texts falls back to English
     * @param model what the template's placeholders stand for
     */
    public void post(UUID tenant, String recipient, MailTemplate template, String locale, Map<String, String> model) {
        post(tenant, recipient, template, locale, model, List.of());
    }

    /** The same, with documents of the tenant attached. */
    public void post(
            UUID tenant,
            String recipient,
            MailTemplate template,
            String locale,
            Map<String, String> model,
            List<UUID> documents) {
        OutgoingMail mail = mail(tenant, template, new Mail(recipient, locale, model));
        entityManager.persist(mail);
        if (!documents.isEmpty()) {
            entityManager.flush();
            documents.forEach(document -> entityManager.persist(new MailAttachment(tenant, mail.id(), document)));
        }
    }

    /** Many of a kind, in one statement. */
    public void post(UUID tenant, MailTemplate template, List<Mail> mails) {
        Timestamp now = Timestamp.from(clock.instant());
        List<OutgoingMail> rows =
                mails.stream().map(mail -> mail(tenant, template, mail)).toList();
        entityManager
                .unwrap(Session.class)
                .doWork(connection -> BulkInsert.<OutgoingMail>into("mail_outbox")
                        .column("id", "uuid", OutgoingMail::id)
                        .column("tenant_id", "uuid", OutgoingMail::tenantId)
                        .column("recipient", "text", OutgoingMail::recipient)
                        .column("template", "text", mail -> mail.template().name())
                        .column("locale", "text", OutgoingMail::locale)
                        .column("model", "jsonb", OutgoingMail::model)
                        .column("status", "text", mail -> mail.status().name())
                        .column("attempts", "integer", mail -> 0)
                        .column("next_attempt_at", "timestamptz", mail -> now)
                        .column("created_at", "timestamptz", mail -> now)
                        .execute(connection, rows));
    }

    private OutgoingMail mail(UUID tenant, MailTemplate template, Mail mail) {
        try {
            return new OutgoingMail(
                    tenant,
                    mail.recipient(),
                    template,
                    mail.locale(),
                    Json.mapper().writeValueAsString(mail.model()),
                    clock.instant());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings is JSON", impossible);
        }
    }

    /**
     * One of many.
     *
     * @param locale of the recipient; a language without texts falls back to English
     * @param model what the template's placeholders stand for
     */
    public record Mail(String recipient, String locale, Map<String, String> model) {}
}
