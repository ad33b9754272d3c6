package io.buildingos.kernel;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Sees each statement that Hibernate makes, and counts it; what goes past Hibernate counts itself. */
public final class CountingInspector implements StatementInspector {
    private static final long serialVersionUID = 1L;

    @Override
    public String inspect(String sql) {
        StatementCount.add();
        return sql;
    }
}
