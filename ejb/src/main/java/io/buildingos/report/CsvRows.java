package io.buildingos.report;

import io.buildingos.kernel.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** By RFC 4180. */
final class CsvRows implements RowSink {
    private final CSVPrinter csv;

    CsvRows(OutputStream out) throws IOException {
        csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    }

    @Override
    public void write(List<Object> cells) throws IOException {
        csv.printRecord(cells.stream().map(CsvRows::shown));
    }

    private static Object shown(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell instanceof String text ? SafeText.of(text) : cell;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
