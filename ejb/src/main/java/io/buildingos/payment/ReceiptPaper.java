package io.buildingos.payment;

import static com.lowagie.text.Element.ALIGN_LEFT;
import static com.lowagie.text.Element.ALIGN_RIGHT;
import static com.lowagie.text.Font.BOLD;
import static com.lowagie.text.Font.NORMAL;

import com.lowagie.text.pdf.PdfPTable;
import io.buildingos.kernel.Money;
import io.buildingos.ledger.Letterhead;
import io.buildingos.ledger.Paper;
import java.awt.Color;
import java.io.OutputStream;
import java.util.List;

/** A receipt on paper. Made of what never changes, so that it comes out the same whenever it is made; but for the annulment. */
final class ReceiptPaper {
    private static final int AMOUNT_SIZE = 22;

    private ReceiptPaper() {}

    /**
     * What was covered when the payment was approved.
     *
     * @param period the month it was charged for
     */
    record Covered(String period, String concept, Money amount) {}

    /** What the paper says. */
    record Content(
            PaymentReceiptView receipt,
            String building,
            PaymentView payment,
            List<Covered> covered,
            Letterhead letterhead) {}

    static void write(OutputStream out, Content content) {
        Letterhead head = content.letterhead();
        PaymentReceiptView receipt = content.receipt();
        String title = head.text("receipt") + " " + receipt.number();
        try (Paper paper = new Paper(out, head, title)) {
            if (receipt.annulledAt() != null) {
                paper.line(head.text("annulled"), 16, BOLD);
            }
            paper.line(receipt.amount().said(head.locale()), AMOUNT_SIZE, BOLD);
            PaymentView payment = content.payment();
            paper.facts(
                    head.text("unit"), receipt.unitCode(),
                    head.text("building"), content.building(),
                    head.text("issued"), head.date(receipt.issuedOn()),
                    head.text("paidOn"), head.date(payment.paidOn()),
                    head.text("method"), head.text("method." + payment.method()),
                    head.text("reference"), payment.reference() == null ? "–" : payment.reference());
            paper.add(table(content));
        }
    }

    private static PdfPTable table(Content content) {
        Letterhead head = content.letterhead();
        PdfPTable table = new PdfPTable(new float[] {1.5f, 5, 2});
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.addCell(Paper.header(head.text("period"), ALIGN_LEFT, head.color()));
        table.addCell(Paper.header(head.text("covers"), ALIGN_LEFT, head.color()));
        table.addCell(Paper.header(content.receipt().amount().currency(), ALIGN_RIGHT, head.color()));
        Money left = content.receipt().amount();
        for (Covered covered : content.covered()) {
            row(table, covered.period(), covered.concept(), head.amount(covered.amount()), NORMAL);
            left = left.minus(covered.amount());
        }
        if (left.signum() > 0) {
            row(table, "", head.text("free"), head.amount(left), NORMAL);
        }
        row(table, "", head.text("total"), head.amount(content.receipt().amount()), BOLD);
        return table;
    }

    private static void row(PdfPTable table, String period, String what, String amount, int style) {
        table.addCell(Paper.cell(period, ALIGN_LEFT, style, Color.WHITE));
        table.addCell(Paper.cell(what, ALIGN_LEFT, style, Color.WHITE));
        table.addCell(Paper.cell(amount, ALIGN_RIGHT, style, Color.WHITE));
    }
}
