package io.buildingos.ledger;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;

/**
 * A PDF on a tenant's letterhead, written page by page as it grows. The standard fonts: they reach as far as Western European
 * letters go.
 */
public final class Paper implements AutoCloseable {
    public static final Color FAINT = new Color(0xF3, 0xF5, 0xF8);
    private static final Color GREY = new Color(0x66, 0x70, 0x7A);
    private static final float MARGIN = 48;
    private static final float HEADROOM = 84;
    private static final float BAND = 6;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, HEADROOM, 64);

    public Paper(OutputStream out, Letterhead head, String title) {
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Frame(head));
        document.addTitle(title);
        document.addAuthor(head.name());
        document.addCreator("BuildingOS");
        document.open();
        Paragraph heading = new Paragraph(title, font(18, Font.BOLD, head.color()));
        heading.setSpacingAfter(10);
        document.add(heading);
    }

    public void add(Element element) {
        document.add(element);
    }

    /** Label and value by turns, in two columns. */
    public void facts(String... labelsAndValues) {
        PdfPTable table = new PdfPTable(new float[] {1, 3});
        table.setWidthPercentage(100);
        table.setSpacingAfter(14);
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            table.addCell(bare(new Phrase(labelsAndValues[i], font(9, Font.NORMAL, GREY))));
            table.addCell(bare(new Phrase(labelsAndValues[i + 1], font(10, Font.NORMAL, Color.BLACK))));
        }
        document.add(table);
    }

    public void line(String text, int size, int style) {
        Paragraph paragraph = new Paragraph(text, font(size, style, Color.BLACK));
        paragraph.setSpacingAfter(8);
        document.add(paragraph);
    }

    public static PdfPCell cell(String text, int alignment, int style, Color background) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font(9, style, Color.BLACK)));
        cell.setHorizontalAlignment(alignment);
        cell.setBorder(com.lowagie.text.Rectangle.BOTTOM);
        cell.setBorderColor(new Color(0xD8, 0xDD, 0xE3));
        cell.setPadding(5);
        cell.setBackgroundColor(background);
        return cell;
    }

    public static PdfPCell header(String text, int alignment, Color color) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font(9, Font.BOLD, Color.WHITE)));
        cell.setHorizontalAlignment(alignment);
        cell.setBorder(com.lowagie.text.Rectangle.NO_BORDER);
        cell.setBackgroundColor(color);
        cell.setPadding(6);
        return cell;
    }

    private static PdfPCell bare(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(com.lowagie.text.Rectangle.NO_BORDER);
        cell.setPadding(2);
        cell.setPaddingLeft(0);
        return cell;
    }

    static Font font(float size, int style, Color color) {
        return FontFactory.getFont(FontFactory.HELVETICA, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED, size, style, color);
    }

    @Override
    public void close() {
        document.close();
    }

    /** What stands around every page; how many there are is known at the end only, and filled in then. */
    private static final class Frame extends PdfPageEventHelper {
        private final Letterhead head;
        private PdfTemplate total;

        Frame(Letterhead head) {
            this.head = head;
        }

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            total = writer.getDirectContent().createTemplate(30, 12);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            PdfContentByte page = writer.getDirectContent();
            float top = document.getPageSize().getHeight();
            page.saveState();
            page.setColorFill(head.color());
            page.rectangle(0, top - BAND, document.getPageSize().getWidth(), BAND);
            page.fill();
            page.restoreState();
            write(page, Element.ALIGN_LEFT, font(13, Font.BOLD, head.color()), head.name(), MARGIN, top - 42);
            write(page, Element.ALIGN_LEFT, font(8, Font.NORMAL, GREY), head.footer(), MARGIN, 34);
            String number = head.text("page") + " " + writer.getPageNumber() + " " + head.text("of") + " ";
            Font small = font(8, Font.NORMAL, GREY);
            float right = document.getPageSize().getWidth() - MARGIN - 12;
            write(page, Element.ALIGN_RIGHT, small, number, right, 34);
            page.addTemplate(total, right + 2, 34);
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            Font small = font(8, Font.NORMAL, GREY);
            ColumnText.showTextAligned(
                    total,
                    Element.ALIGN_LEFT,
                    new Phrase(new Chunk(Integer.toString(writer.getPageNumber() - 1), small)),
                    0,
                    0,
                    0);
        }

        private static void write(
                PdfContentByte page, int alignment, Font font, String text, float left, float bottom) {
            ColumnText.showTextAligned(
                    page, alignment, new Phrase(text.replaceAll("\\s+", " "), font), left, bottom, 0);
        }
    }
}
