package io.buildingos.kernel;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * How many statements the running thread has prepared: what a request asks of the database shows in the metrics, so that
 * one that asks once a row can't stay unseen.
 */
public final class StatementCount implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

    /** By Hibernate, for each statement it makes. */
    @Override
    public String inspect(String sql) {
        add();
        return sql;
    }

    /** For statements that go past Hibernate. */
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
