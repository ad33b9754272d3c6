package io.buildingos.report;

import io.buildingos.kernel.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What an export is written as. */
public enum ExportFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @param text null for CSV */
    public static ExportFormat of(String text) {
        if (text == null) {
            return CSV;
        }
        for (ExportFormat format : values()) {
            if (format.extension().equals(text)) {
                return format;
            }
        }
        throw Refusal.malformed("format", "must be csv or xlsx");
    }

    public String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    RowSink open(OutputStream out, String title) throws IOException {
        return this == CSV ? new CsvRows(out) : new XlsxRows(out, title);
    }
}
