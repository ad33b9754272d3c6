package io.buildingos.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file that the product makes: a receipt, a statement. Small enough to be made in memory.
 *
 * @param fileName with the ending of its type
 * @param building null for the whole tenant; taken from the unit where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record GeneratedFile(
        String fileName,
        String contentType,
        byte[] content,
        Document.Category category,
        Document.Visibility visibility,
        UUID building,
        UUID unit) {

    /** A receipt in PDF for the residents of a unit. */
    public static GeneratedFile receipt(String fileName, byte[] pdf, UUID unit) {
        return new GeneratedFile(
                fileName,
                FileType.PDF.contentType(),
                pdf,
                Document.Category.RECEIPT,
                Document.Visibility.RESIDENTS,
                null,
                unit);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
