package io.buildingos.kernel;

/** Text for a cell of a spreadsheet: what a program would take for a formula is shown instead of computed. */
public final class SafeText {
    private static final String FORMULA = "=+-@\t\r\n";

    private SafeText() {}

    /** An apostrophe before it says: text. */
    public static String of(String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
