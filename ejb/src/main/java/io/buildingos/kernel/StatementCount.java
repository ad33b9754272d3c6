package io.buildingos.kernel;

/**
 * How many statements the running thread has prepared: what a request asks of the database shows in the metrics, so that
 * one that asks once a row can't stay unseen.
 */
public final class StatementCount {
    private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

    private StatementCount() {}

    static void add() {
        COUNT.get()[0]++;
    }

    /** Returns the count so far and starts again from zero. */
    public static int take() {
        int[] count = COUNT.get();
        int taken = count[0];
        count[0] = 0;
        return taken;
    }
}
