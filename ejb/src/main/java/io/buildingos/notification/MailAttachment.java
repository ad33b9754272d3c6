package io.buildingos.notification;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A document that a mail brings along; read from the store when the mail leaves. */
@Entity
@Table(name = "mail_attachments")
class MailAttachment {
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "mail_id", updatable = false)
    private UUID mailId;

    @Column(name = "document_id", updatable = false)
    private UUID documentId;

    protected MailAttachment() {}

    MailAttachment(UUID tenantId, UUID mailId, UUID documentId) {
        this.id = UuidV7.create();
        this.tenantId = tenantId;
        this.mailId = mailId;
        this.documentId = documentId;
    }
}
