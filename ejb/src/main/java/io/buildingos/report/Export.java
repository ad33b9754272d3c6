package io.buildingos.report;

import java.util.List;
import java.util.Locale;

/** A table that can be taken away as a file: its columns, and the statement that fills them in their order. */
public enum Export {
    CHARGES("""
            select c.id, b.name, u.code, c.period, c.type, c.concept, to_char(c.due_on, 'YYYY-MM-DD'), c.amount_minor,
                c.allocated_minor, case when c.canceled_at is null then '' else 'yes' end, c.currency
            from charges c
                join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id
                join buildings b on b.tenant_id = c.tenant_id and b.id = c.building_id
            where %s""", "c", "c.due_on, c.id", """
            id building unit period type concept due_on amount:money allocated:money canceled currency"""),

    PAYMENTS("""
            select p.id, b.name, u.code, p.method, p.reference, to_char(p.paid_on, 'YYYY-MM-DD'), p.status, p.amount_minor,
                p.allocated_minor, p.currency
            from payments p
                join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
                join buildings b on b.tenant_id = p.tenant_id and b.id = p.building_id
            where %s""", "p", "p.submitted_at, p.id", """
            id building unit method reference paid_on status amount:money allocated:money currency"""),

    LEDGER("""
            select e.id, b.name, u.code, e.position, to_char(e.entered_on, 'YYYY-MM-DD'), e.kind, e.description,
                e.amount_minor, e.balance_minor, a.currency
            from ledger_entries e
                join unit_accounts a on a.tenant_id = e.tenant_id and a.unit_id = e.unit_id
                join units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
                join buildings b on b.tenant_id = a.tenant_id and b.id = a.building_id
            where e.tenant_id = :tenant and %s""", "a", "e.unit_id, e.position", """
            id building unit position:number date kind description amount:money balance:money currency"""),

    TICKETS("""
            select t.id, t.number, b.name, u.code, t.title, t.description, t.category, t.priority, t.status,
                to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                to_char(t.resolved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from tickets t
                join buildings b on b.tenant_id = t.tenant_id and b.id = t.building_id
                left join units u on u.tenant_id = t.tenant_id and u.id = t.unit_id
            where %s""", "t", "t.created_at, t.id", """
            id number:number building unit title description category priority status created_at resolved_at"""),

    /** Everybody, or whoever has ever had to do with the reached buildings. */
    PEOPLE("""
            select p.id, p.name, p.email, p.phone, case when p.archived_at is null then '' else 'yes' end
            from people p
            where p.tenant_id = :tenant%s""", null, "p.name_key, p.id", """
            id name email phone archived""");

    private static final String REACHED_PEOPLE = """
            exists (select 1 from occupancies o join units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
                where o.tenant_id = p.tenant_id and o.person_id = p.id and u.building_id in (:buildings))""";

    private final String select;
    private final String alias;
    private final String order;
    private final List<Column> columns;

    Export(String select, String alias, String order, String columns) {
        this.select = select;
        this.alias = alias;
        this.order = order;
        this.columns =
                List.of(columns.strip().split(" ")).stream().map(Column::of).toList();
    }

    String sql(ReachedRows rows) {
        String reached = alias == null ? (rows.all() ? "" : " and " + REACHED_PEOPLE) : rows.of(alias);
        return select.formatted(reached) + " order by " + order;
    }

    List<Column> columns() {
        return columns;
    }

    /** Of files and in the audit. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a column holds; money is in minor units of the currency that the row's last column says. */
    record Column(String name, Kind kind) {
        enum Kind {
            TEXT,
            NUMBER,
            MONEY
        }

        private static Column of(String text) {
            String[] parts = text.split(":", 2);
            return new Column(
                    parts[0], parts.length == 1 ? Kind.TEXT : Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        }
    }
}
