package io.buildingos.verification;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong, and who must say so of which row. In SQL, {@code #1041} stands for the id with that number. */
record PlantedFault(String what, Check check, String table, String rowKey, String sql) {
    static Stream<PlantedFault> all() {
        return Stream.of(LedgerFaults.all(), BookFaults.all(), beside()).flatMap(List::stream);
    }

    /** In all but the books. */
    private static List<PlantedFault> beside() {
        return List.of(
                planted(
                        "the same occupancy twice",
                        "occupancy-overlaps",
                        "occupancies",
                        "#1032",
                        "alter table occupancies drop constraint occupancies_period_excl,"
                                + " drop constraint occupancies_primary_excl; update occupancies set is_primary = false,"
                                + " person_id = '#1021', starts_on = '2021-12-31' where id = '#1032'"),
                planted(
                        "two primaries at a time",
                        "occupancy-overlaps",
                        "occupancies",
                        "#1032",
                        "alter table occupancies drop constraint occupancies_primary_excl;"
                                + " update occupancies set starts_on = '2021-12-31' where id = '#1032'"),
                planted(
                        "shares that don't sum to 1",
                        "unit-shares",
                        "buildings",
                        "#1011",
                        "update units set share = 0.4 where id = '#1101'"),
                planted(
                        "a reference to another tenant's row",
                        "references",
                        "units",
                        "#1102",
                        "update units set building_id = '#2011' where id = '#1102'"),
                planted(
                        "a reference to nothing",
                        "references",
                        "tickets",
                        "#1091",
                        "update tickets set created_by = '#9' where id = '#1091'"),
                planted(
                        "a row of a tenant that isn't there",
                        "references",
                        "people",
                        "#1021",
                        "update people set tenant_id = '#9' where id = '#1021'"),
                planted(
                        "a seal of another tenant's entry",
                        "tenants-apart",
                        "audit_seals",
                        "#1502",
                        "update audit_seals set tenant_id = '#2' where entry_id = '#1502'"),
                planted(
                        "a ticket whose unit is in another building",
                        "units-at-home",
                        "tickets",
                        "#1091",
                        "update tickets set building_id = '#1012' where id = '#1091'"),
                planted(
                        "a gap in the tickets",
                        "ticket-numbers",
                        "tickets",
                        "#1092",
                        "update tickets set number = 3 where id = '#1092'"),
                planted(
                        "recipients of what wasn't sent",
                        "announcements-sent",
                        "announcement_receipts",
                        "#1006",
                        "update announcements set status = 'DRAFT', sent_at = null where id = '#1005'"),
                planted(
                        "a changed audit entry",
                        "audit-chain",
                        "audit_entries",
                        "#1502",
                        "update audit_entries set action = 'unmade' where id = '#1502'"),
                planted(
                        "a removed audit entry",
                        "audit-chain",
                        "audit_entries",
                        "#1502",
                        "delete from audit_entries where id = '#1502'"),
                planted(
                        "a removed seal",
                        "audit-chain",
                        "audit_seals",
                        "#1,2",
                        "delete from audit_seals where entry_id = '#1502'"),
                planted(
                        "a chain that was cut off at its end",
                        "audit-chain",
                        "audit_chains",
                        "#1",
                        "delete from audit_seals where entry_id = '#1503'; delete from audit_entries where id = '#1503'"),
                planted(
                        "an audit entry slipped in",
                        "audit-chain",
                        "audit_entries",
                        "#1509",
                        "insert into audit_entries (id, tenant_id, occurred_at, actor_name, action, entity, changes)"
                                + " values ('#1509', '#1', now(), 'Eve', 'made', 'unit', '{}')"),
                planted(
                        "a constraint that was never validated",
                        "constraints-validated",
                        "units",
                        "units_planted_check",
                        "alter table units add constraint units_planted_check check (share < 1) not valid"),
                planted(
                        "an index that is invalid",
                        "indexes-valid",
                        "units",
                        "units_code_key",
                        "update pg_index set indisvalid = false where indexrelid = 'units_code_key'::regclass"),
                planted(
                        "row security off",
                        "row-security",
                        "units",
                        "units",
                        "alter table units disable row level security"),
                planted(
                        "row security not forced",
                        "row-security",
                        "units",
                        "units",
                        "alter table units no force row level security"),
                planted(
                        "a table without policy",
                        "row-security",
                        "units",
                        "units",
                        "drop policy units_tenant_policy on units"),
                planted(
                        "a right to change the ledger",
                        "append-only",
                        "ledger_entries",
                        "application",
                        "grant update on ledger_entries to application"),
                planted(
                        "the ledger's trigger dropped",
                        "append-only",
                        "ledger_entries",
                        "refuse_change",
                        "drop trigger ledger_entries_append_only on ledger_entries"),
                planted(
                        "a trigger switched off",
                        "triggers-enabled",
                        "charges",
                        "charges_keep",
                        "alter table charges disable trigger charges_keep"));
    }

    static Check check(String name) {
        return Check.all().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static PlantedFault planted(String what, String check, String table, String rowKey, String sql) {
        return new PlantedFault(what, check(check), table, ids(rowKey), ids(sql));
    }

    static String ids(String text) {
        return Pattern.compile("#(\\d+)")
                .matcher(text)
                .replaceAll(number ->
                        VerificationTest.id(Integer.parseInt(number.group(1))).toString());
    }

    @Override
    public String toString() {
        return what;
    }
}
