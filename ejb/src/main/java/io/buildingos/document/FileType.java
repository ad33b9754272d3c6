package io.buildingos.document;

import io.buildingos.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of files that are taken, and how each begins. */
enum FileType {
    PDF("application/pdf", List.of("pdf"), "%PDF-"),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), "\u00ff\u00d8\u00ff"),
    PNG("image/png", List.of("png"), "\u0089PNG\r\n\u001a\n"),
    WEBP("image/webp", List.of("webp"), "RIFF????WEBP"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), "PK\u0003\u0004"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), "PK\u0003\u0004"),
    TXT("text/plain", List.of("txt"), ""),
    CSV("text/csv", List.of("csv"), "");

    private final String contentType;
    private final List<String> extensions;
    private final String beginning;

    FileType(String contentType, List<String> extensions, String beginning) {
        this.contentType = contentType;
        this.extensions = extensions;
        this.beginning = beginning;
    }

    static FileType of(String contentType) {
        return known(contentType)
                .orElseThrow(() -> Refusal.invalid(
                        "contentType",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(FileType::contentType)
                                        .collect(Collectors.joining(", "))));
    }

    private static Optional<FileType> known(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst();
    }

    String contentType() {
        return contentType;
    }

    List<String> extensions() {
        return extensions;
    }

    /** A browser shows it in a page without running anything of it. */
    boolean showsInline() {
        return this == PDF || this == JPEG || this == PNG || this == WEBP;
    }

    boolean isText() {
        return this == TXT || this == CSV;
    }

    boolean isArchive() {
        return this == DOCX || this == XLSX;
    }

    /** @param head the first bytes, as many as there are of the first 16 */
    boolean begins(byte[] head) {
        if (head.length < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            char expected = beginning.charAt(i);
            if (expected != '?' && expected != (head[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
