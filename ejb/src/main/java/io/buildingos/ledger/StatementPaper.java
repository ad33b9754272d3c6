package io.buildingos.ledger;

import static com.lowagie.text.Element.ALIGN_LEFT;
import static com.lowagie.text.Element.ALIGN_RIGHT;
import static com.lowagie.text.Font.BOLD;
import static com.lowagie.text.Font.NORMAL;

import com.lowagie.text.pdf.PdfPTable;
import io.buildingos.kernel.Money;
import java.io.OutputStream;
import java.util.Iterator;

/** A unit's statement on paper: what it owed before, line by line, and what it owes after. */
final class StatementPaper {
    private static final int ROWS_AT_ONCE = 200;
    private static final float[] WIDTHS = {2.0f, 5.2f, 2.2f, 2.2f, 2.4f};

    private final StatementHead head;
    private final Letterhead letterhead;
    private final PdfPTable table = new PdfPTable(WIDTHS);
    private Money balance;

    private StatementPaper(StatementHead head) {
        this.head = head;
        this.letterhead = head.letterhead();
        this.balance = head.opening();
    }

    static void write(OutputStream out, StatementHead head, Iterator<StatementLine> lines) {
        new StatementPaper(head).write(out, lines);
    }

    private void write(OutputStream out, Iterator<StatementLine> lines) {
        try (Paper paper = new Paper(out, letterhead, letterhead.text("statement"))) {
            paper.facts(
                    letterhead.text("unit"), head.unitCode(),
                    letterhead.text("building"), head.building(),
                    letterhead.text("period"), period(),
                    letterhead.text("issued"), letterhead.date(head.issuedOn()),
                    letterhead.text("currency"), head.opening().currency());
            begin();
            int rows = 0;
            while (lines.hasNext()) {
                row(lines.next(), rows % 2 == 1);
                rows++;
                if (rows % ROWS_AT_ONCE == 0) {
                    paper.add(table);
                }
            }
            sum(letterhead.text("closing"), balance);
            table.setComplete(true);
            paper.add(table);
        }
    }

    private void begin() {
        table.setWidthPercentage(100);
        table.setComplete(false);
        table.setHeaderRows(1);
        String[] titles = {"date", "description", "debit", "credit", "balance"};
        for (int column = 0; column < titles.length; column++) {
            table.addCell(Paper.header(
                    letterhead.text(titles[column]), column < 2 ? ALIGN_LEFT : ALIGN_RIGHT, letterhead.color()));
        }
        sum(letterhead.text("opening"), head.opening());
    }

    private void row(StatementLine line, boolean shaded) {
        java.awt.Color background = shaded ? Paper.FAINT : java.awt.Color.WHITE;
        String kind = letterhead.text("kind." + line.kind());
        String what = line.description().isEmpty() ? kind : kind + ": " + line.description();
        boolean debit = line.amount().signum() > 0;
        String amount = letterhead.amount(debit ? line.amount() : line.amount().negated());
        table.addCell(Paper.cell(letterhead.date(line.date()), ALIGN_LEFT, NORMAL, background));
        table.addCell(Paper.cell(what, ALIGN_LEFT, NORMAL, background));
        table.addCell(Paper.cell(debit ? amount : "", ALIGN_RIGHT, NORMAL, background));
        table.addCell(Paper.cell(debit ? "" : amount, ALIGN_RIGHT, NORMAL, background));
        table.addCell(Paper.cell(letterhead.amount(line.balance()), ALIGN_RIGHT, NORMAL, background));
        balance = line.balance();
    }

    private void sum(String label, Money amount) {
        table.addCell(Paper.cell("", ALIGN_LEFT, BOLD, java.awt.Color.WHITE));
        table.addCell(Paper.cell(label, ALIGN_LEFT, BOLD, java.awt.Color.WHITE));
        table.addCell(Paper.cell("", ALIGN_RIGHT, BOLD, java.awt.Color.WHITE));
        table.addCell(Paper.cell("", ALIGN_RIGHT, BOLD, java.awt.Color.WHITE));
        table.addCell(Paper.cell(letterhead.amount(amount), ALIGN_RIGHT, BOLD, java.awt.Color.WHITE));
    }

    private String period() {
        StatementSpan span = head.span();
        if (span.from() == null && span.to() == null) {
            return letterhead.text("all");
        }
        String from = span.from() == null ? "…" : letterhead.date(span.from());
        return from + " – " + (span.to() == null ? letterhead.date(head.issuedOn()) : letterhead.date(span.to()));
    }
}
