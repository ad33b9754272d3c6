package io.buildingos.notification;

import java.util.List;
import java.util.UUID;

/**
 * A mail as it leaves.
 *
 * @param id the same at every attempt
 */
record Letter(UUID id, String recipient, String subject, String text, String html, List<Attachment> attachments) {

    /** One file that comes along. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Attachment(String fileName, String contentType, byte[] content) {}
}
