package io.buildingos.benchmark;

import java.time.LocalDate;

/**
 * The statements that the product sends for a request, as Hibernate writes them (PostgreSQL's {@code log_statement} shows
 * them), for pgbench to send alone. What changes from request to request is a parameter here as there, so that PostgreSQL
 * plans them alike.
 */
final class Statements {
    /** What every transaction begins with: see TransactionScope. */
    static final String SCOPE =
            "SELECT set_config('app.tenant', :tenant, true), set_config('app.scope', 'tenant', true)";

    private static final String COLUMNS = """
            u.id, u.version, u.building_id, u.code, u.label, u.type, u.area_m2, u.share, u.billable, \
            CASE WHEN (SELECT count(*) FROM occupancies o WHERE o.tenant_id = u.tenant_id AND o.unit_id = u.id \
            AND o.starts_on <= '%1$s' AND (o.ends_on IS NULL OR o.ends_on >= '%1$s')) > 0 THEN true ELSE false END, \
            u.created_at, u.archived_at""";

    private Statements() {}

    static String unitById(LocalDate today) {
        return "SELECT " + COLUMNS.formatted(today)
                + " FROM units u WHERE u.tenant_id = :tenant::uuid AND u.id = :unit::uuid";
    }

    static String units(LocalDate today) {
        return "SELECT " + COLUMNS.formatted(today)
                + ", u.code_key FROM units u WHERE u.tenant_id = :tenant::uuid AND u.building_id = :building::uuid"
                + " AND 1 = 1 ORDER BY u.code_key, u.id FETCH FIRST 51 ROWS ONLY";
    }
}
