package io.buildingos.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.buildingos.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
        try {
            var mail = new OutgoingMail(
                    tenant, recipient, template, locale, Json.mapper().writeValueAsString(model), clock.instant());
            entityManager.persist(mail);
            if (!documents.isEmpty()) {
                entityManager.flush();
                documents.forEach(document -> entityManager.persist(new MailAttachment(tenant, mail.id(), document)));
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings is JSON", impossible);
        }
    }
}
