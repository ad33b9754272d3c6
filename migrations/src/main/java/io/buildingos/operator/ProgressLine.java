package io.buildingos.operator;

import io.buildingos.backup.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** A line that moves, on a terminal; elsewhere a line a step. Goes to stderr, so that stdout holds results alone. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int CONSOLE_IS_ALWAYS_THERE = 22;

    private final PrintWriter out;
    private final boolean moving;
    private String step = "";
    private long begunAt;
    private long shownAt;
    private boolean dirty;

    private ProgressLine(PrintWriter out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    static ProgressLine on(PrintWriter out) {
        return new ProgressLine(out, isTerminal());
    }

    static ProgressLine moving(PrintWriter out) {
        return new ProgressLine(out, true);
    }

    @Override
    public void begins(String name) {
        end();
        step = name;
        begunAt = System.nanoTime();
        shownAt = 0;
        if (!moving) {
            out.println(name);
            out.flush();
        }
    }

    @Override
    public void moves(long done, long total) {
        long now = System.nanoTime();
        boolean tooSoon = shownAt != 0 && now - shownAt < PAUSE_NANOS && done != total;
        if (!moving || tooSoon) {
            return;
        }
        shownAt = now;
        dirty = true;
        double seconds = Math.max(1e-3, (now - begunAt) / 1e9);
        String rate = BackupTable.size((long) (done / seconds)) + "/s";
        // Erases what stood there.
        out.print("\r\u001b[K" + step + "  " + (total > 0 ? bar(done, total) + "  " : "") + BackupTable.size(done)
                + "  " + rate);
        out.flush();
    }

    @Override
    public void tells(String fact) {
        end();
        out.println(fact);
        out.flush();
    }

    /** What is printed next begins on a line of its own. */
    void end() {
        if (dirty) {
            out.println();
            out.flush();
            dirty = false;
        }
    }

    @Override
    public void close() {
        end();
    }

    private static String bar(long done, long total) {
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.min(100, done * 100 / total));
    }

    /** From Java 22 on there is a console in a pipe as well, and one has to ask it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < CONSOLE_IS_ALWAYS_THERE) {
            return console != null;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException absent) {
            return false;
        }
    }
}
