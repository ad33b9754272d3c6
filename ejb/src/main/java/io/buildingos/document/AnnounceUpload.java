package io.buildingos.document;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A file that is to become a document.
 *
 * @param fileName with the ending of its type
 * @param size exactly, in bytes
 * @param sha256 in hexadecimal; checked if it is given
 * @param buildingId may be left out where there is a unit
 */
public record AnnounceUpload(
        @NotBlank @Size(max = FileName.LONGEST) String fileName,
        @NotBlank @Size(max = 100) String contentType,
        @Min(1) long size,

        @Pattern(regexp = SHA_256, message = "must be 64 hexadecimal digits in lower case")
        String sha256,

        @NotNull Document.Category category,
        @NotNull Document.Visibility visibility,
        UUID buildingId,
        UUID unitId) {
    static final String SHA_256 = "[0-9a-f]{64}";
}
