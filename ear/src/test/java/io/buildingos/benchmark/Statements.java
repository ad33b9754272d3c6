package io.buildingos.benchmark;

/** The statements that the product sends for a request, as Hibernate writes them, for pgbench to send alone. */
final class Statements {
    private static final String COLUMNS = """
            u.id, u.version, u.building_id, u.code, u.label, u.type, u.area_m2, u.share, u.billable, u.created_at, \
            u.archived_at""";

    private Statements() {}

    static String unitById(String tenant, String unit) {
        return "SELECT %s FROM units u WHERE u.tenant_id = '%s' AND u.id = '%s'".formatted(COLUMNS, tenant, unit);
    }

    static String units(String tenant, String building) {
        return ("SELECT %s, u.code_key FROM units u WHERE u.tenant_id = '%s' AND u.building_id = '%s'"
                        + " ORDER BY u.code_key, u.id FETCH FIRST 51 ROWS ONLY")
                .formatted(COLUMNS, tenant, building);
    }
}
