package io.buildingos.report;

import java.time.LocalDate;

/** An export that has been granted and written down, still to be filled. */
public record ExportFile(Export export, ExportFormat format, LocalDate day) {
    /** Letters, digits and hyphens only: it goes into a header. */
    public String name() {
        return "%s-%s.%s".formatted(export.label(), day, format.extension());
    }
}
