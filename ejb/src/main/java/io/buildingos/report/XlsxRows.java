package io.buildingos.report;

import io.buildingos.kernel.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook whose texts lie in their cells: a table of shared ones would have to be held until the end. */
final class XlsxRows implements RowSink {
    /** A sheet has room for 1,048,576. */
    private static final int ROWS_OF_SHEET = 1_000_000;

    private static final int ROWS_AT_ONCE = 500;

    private final Workbook workbook;
    private final String title;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxRows(OutputStream out, String title) throws IOException {
        this.workbook = new Workbook(out, "BuildingOS", null);
        this.title = title;
        begin();
    }

    @Override
    public void write(List<Object> cells) throws IOException {
        if (row == ROWS_OF_SHEET) {
            sheet.finish();
            begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell != null) {
                sheet.inlineString(row, column, SafeText.of(cell.toString()));
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void begin() {
        sheets++;
        row = 0;
        sheet = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
