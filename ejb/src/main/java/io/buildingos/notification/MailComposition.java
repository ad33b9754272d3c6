package io.buildingos.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.buildingos.document.DocumentView;
import io.buildingos.document.Documents;
import io.buildingos.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a letter of a row: its words, the sender's looks of today, the files. */
@ApplicationScoped
class MailComposition {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Documents documents;

    Letter letter(OutgoingMail mail) {
        Map<String, String> model = model(mail);
        MailTexts.Text text = MailTexts.of(mail.template(), mail.locale(), model);
        Brand brand = brand(mail.tenantId());
        return new Letter(
                mail.id(),
                mail.recipient(),
                text.subject(),
                MailLayout.plain(text, brand),
                MailLayout.page(text, model.get("link"), brand, MailTexts.language(mail.locale())),
                attachments(mail.id()));
    }

    private Brand brand(UUID tenant) {
        if (tenant == null) {
            return Brand.PRODUCT;
        }
        return entityManager
                .createQuery(
                        "select new io.buildingos.notification.Brand(coalesce(t.brandName, t.name), t.primaryColor,"
                                + " t.emailFooter) from Tenant t where t.id = :tenant",
                        Brand.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    private List<Letter.Attachment> attachments(UUID mail) {
        List<UUID> attached = entityManager
                .createQuery("select a.documentId from MailAttachment a where a.mailId = :mail", UUID.class)
                .setParameter("mail", mail)
                .getResultList();
        return attached.isEmpty()
                ? List.of()
                : documents.views(attached).stream().map(this::attachment).toList();
    }

    private Letter.Attachment attachment(DocumentView document) {
        return new Letter.Attachment(document.fileName(), document.contentType(), documents.bytes(document.id()));
    }

    private static Map<String, String> model(OutgoingMail mail) {
        try {
            return Json.mapper().readValue(mail.model(), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the model of mail " + mail.id() + " is unreadable", unreadable);
        }
    }
}
