package io.buildingos.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a document is called, about and for.
 *
 * @param fileName with the ending of its type
 * @param buildingId may be left out where there is a unit
 */
public record DescribeDocument(
        @NotBlank @Size(max = FileName.LONGEST) String fileName,
        @NotNull Document.Category category,
        @NotNull Document.Visibility visibility,
        UUID buildingId,
        UUID unitId) {}
