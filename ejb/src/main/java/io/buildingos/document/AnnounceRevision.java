package io.buildingos.document;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A file that is to replace what a document shows.
 *
 * @param size exactly, in bytes
 * @param sha256 in hexadecimal; checked if it is given
 */
public record AnnounceRevision(
        @NotBlank @Size(max = FileName.LONGEST) String fileName,
        @NotBlank @Size(max = 100) String contentType,
        @Min(1) long size,

        @Pattern(regexp = AnnounceUpload.SHA_256, message = "must be 64 hexadecimal digits in lower case")
        String sha256) {}
