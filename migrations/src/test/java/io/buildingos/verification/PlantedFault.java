package io.buildingos.verification;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** What can be wrong, and who must say so of which row. In SQL, {@code #1041} stands for the id with that number. */
record PlantedFault(String what, Check check, String table, String rowKey, String sql) {
    static List<PlantedFault> all() {
        return List.of(
                of(
                        "an entry off by one",
                        "ledger-sources",
                        "charges",
                        "#1041",
                        "update ledger_entries set" + " amount_minor = 101 where id = '#1061'"),
                of(
                        "an entry whose balance is off by one",
                        "ledger-order",
                        "ledger_entries",
                        "#1065",
                        "update ledger_entries set balance_minor = balance_minor + 1 where id = '#1065'"),
                of(
                        "a gap in the entries",
                        "ledger-order",
                        "ledger_entries",
                        "#1069",
                        "update ledger_entries set position = 10 where id = '#1069'"),
                of(
                        "a lost entry",
                        "ledger-sources",
                        "payments",
                        "#1052",
                        "delete from ledger_entries where id = '#1066'"),
                of(
                        "an entry of a payment that waits",
                        "ledger-sources",
                        "payments",
                        "#1054",
                        "update payments set status = 'SUBMITTED', reviewed_at = null, allocated_minor = 0"
                                + " where id = '#1052'; update ledger_entries set payment_id = '#1054' where id = '#1066'"),
                of(
                        "a charge's entry twice",
                        "ledger-sources",
                        "charges",
                        "#1041",
                        "drop index ledger_entries_charge_id_key;" + again("#1061")),
                of(
                        "a payment's entry twice",
                        "ledger-sources",
                        "payments",
                        "#1052",
                        "drop index ledger_entries_payment_id_key;" + again("#1066")),
                of(
                        "a balance off by one",
                        "ledger-accounts",
                        "unit_accounts",
                        "#1101",
                        "update unit_accounts set balance_minor = balance_minor + 1 where unit_id = '#1101'"),
                of(
                        "a balance that isn't what is open",
                        "ledger-balances",
                        "unit_accounts",
                        "#1101",
                        "update charges set allocated_minor = allocated_minor - 1 where id = '#1041'"),
                of(
                        "a charge's allocations off by one",
                        "allocations-of-charges",
                        "charges",
                        "#1041",
                        "update charges set allocated_minor = allocated_minor - 1 where id = '#1041'"),
                of(
                        "more allocated to a charge than it has",
                        "allocations-of-charges",
                        "charges",
                        "#1042",
                        "update allocations set amount_minor = 60 where id = '#1073'"),
                of(
                        "more used of a credit than it has",
                        "allocations-of-charges",
                        "charges",
                        "#1044",
                        "update allocations set amount_minor = 31 where id = '#1073'"),
                of(
                        "what is used of a credit off by one",
                        "allocations-of-charges",
                        "charges",
                        "#1044",
                        "update charges set allocated_minor = allocated_minor - 1 where id = '#1044'"),
                of(
                        "a payment's allocations off by one",
                        "allocations-of-payments",
                        "payments",
                        "#1052",
                        "update payments set allocated_minor = allocated_minor + 1 where id = '#1052'"),
                of(
                        "more allocated of a payment than it has",
                        "allocations-of-payments",
                        "payments",
                        "#1051",
                        "update allocations set amount_minor = 81 where id = '#1071'"),
                of(
                        "an allocation of a reversed payment",
                        "allocations-between",
                        "allocations",
                        "#1072",
                        "update allocations set payment_id = '#1053' where id = '#1072'"),
                of(
                        "an allocation to a canceled charge",
                        "allocations-between",
                        "allocations",
                        "#1072",
                        "update allocations set charge_id = '#1043' where id = '#1072'"),
                of(
                        "an allocation to a credit",
                        "allocations-between",
                        "allocations",
                        "#1072",
                        "update allocations set charge_id = '#1044' where id = '#1072'"),
                of(
                        "a gap in the receipts",
                        "receipt-numbers",
                        "receipts",
                        "#1083",
                        "update receipts set number = 4 where id = '#1083'"),
                of(
                        "a receipt's number given twice",
                        "receipt-numbers",
                        "receipts",
                        "#1083",
                        "alter table receipts drop constraint receipts_number_key;"
                                + " update receipts set number = 2 where id = '#1083'"),
                of(
                        "numbers given twice that add up as if each were there once",
                        "receipt-numbers",
                        "receipts",
                        "#2002",
                        "alter table receipts drop constraint receipts_number_key;"
                                + " insert into receipts (id, version, tenant_id, building_id, unit_id, payment_id, year,"
                                + " number, issued_on, created_at) select fault.id::uuid, 0, tenant_id, building_id, unit_id,"
                                + " gen_random_uuid(), 2040, fault.number, issued_on, created_at from receipts,"
                                + " (values ('#2001', 1), ('#2002', 1), ('#2003', 4), ('#2004', 5), ('#2005', 5),"
                                + " ('#2006', 6), ('#2007', 6), ('#2008', 8)) fault (id, number)"
                                + " where receipts.id = '#1083'"),
                of(
                        "a counter of receipts that is behind",
                        "receipt-numbers",
                        "receipt_counters",
                        "#1,2026",
                        "update receipt_counters set last_number = 2 where tenant_id = '#1'"),
                of(
                        "two entries that exchanged their amounts",
                        "ledger-sources",
                        "charges",
                        "#1041",
                        "update ledger_entries set amount_minor = 150 - amount_minor, balance_minor = case position"
                                + " when 1 then 50 else 150 end where id in ('#1061', '#1062')"),
                of(
                        "two entries that exchanged their payments",
                        "ledger-sources",
                        "payments",
                        "#1052",
                        "update ledger_entries set payment_id = '#9' where id = '#1065';"
                                + " update ledger_entries set payment_id = '#1051' where id = '#1066';"
                                + " update ledger_entries set payment_id = '#1052' where id = '#1065'"),
                of(
                        "a position given twice",
                        "ledger-order",
                        "ledger_entries",
                        "#1066",
                        "alter table ledger_entries drop constraint ledger_entries_position_key;"
                                + " update ledger_entries set position = 5 where id = '#1066'"),
                of(
                        "entries that changed places",
                        "ledger-order",
                        "ledger_entries",
                        "#1066",
                        "update ledger_entries set position = 99 where id = '#1065';"
                                + " update ledger_entries set position = 5 where id = '#1066';"
                                + " update ledger_entries set position = 6 where id = '#1065'"),
                of(
                        "two accounts that are off by the same",
                        "ledger-accounts",
                        "unit_accounts",
                        "#2101",
                        "update unit_accounts set balance_minor = balance_minor + case tenant_id when '#1' then 1 else -1 end"),
                of(
                        "entries without an account",
                        "references",
                        "ledger_entries",
                        "#1061",
                        "delete from unit_accounts where unit_id = '#1101'"),
                of(
                        "an entry in another tenant",
                        "references",
                        "ledger_entries",
                        "#1069",
                        "update ledger_entries set tenant_id = '#2' where id = '#1069'"),
                of(
                        "entries of nothing that sum up to nothing",
                        "references",
                        "ledger_entries",
                        "#1002",
                        correction("#1001", 5, "'#9'") + correction("#1002", -5, "'#9'")),
                of(
                        "a charge that isn't there and was corrected to nothing",
                        "references",
                        "ledger_entries",
                        "#1001",
                        correction("#1001", 5, "'#9'") + correction("#1002", -5, "'#9'")
                                + " update ledger_entries set kind = 'CHARGE' where id = '#1001'"),
                of(
                        "a payment that isn't there and was corrected to nothing",
                        "references",
                        "ledger_entries",
                        "#1001",
                        correction("#1001", -5, "'#9'") + correction("#1002", 5, "'#9'")
                                + " update ledger_entries set payment_id = charge_id, charge_id = null"
                                + " where id in ('#1001', '#1002');"
                                + " update ledger_entries set kind = 'PAYMENT' where id = '#1001'"),
                of(
                        "a correction taken back of a charge that isn't there",
                        "references",
                        "ledger_entries",
                        "#1002",
                        correction("#1001", 5, "'#9'") + correction("#1002", -5, "'#9'")
                                + " update ledger_entries set kind = 'CHARGE_CANCELED', reverses_id = '#1001'"
                                + " where id = '#1002'"),
                of(
                        "an entry of nothing at all",
                        "ledger-balances",
                        "unit_accounts",
                        "#1101",
                        "alter table ledger_entries drop constraint ledger_entries_source_check;"
                                + correction("#1001", 5, "null")),
                of(
                        "an entry of a charge and of a payment that isn't there",
                        "references",
                        "ledger_entries",
                        "#1061",
                        "alter table ledger_entries drop constraint ledger_entries_source_check;"
                                + " update ledger_entries set payment_id = '#9' where id = '#1061'"),
                of(
                        "an entry that takes a payment for a charge",
                        "references",
                        "ledger_entries",
                        "#1066",
                        "update ledger_entries set charge_id = payment_id, payment_id = null where id = '#1066'"),
                of(
                        "a charge in another building",
                        "units-at-home",
                        "charges",
                        "#1041",
                        "update charges set building_id = '#1012' where id = '#1041'"),
                of(
                        "a waiting payment in another building",
                        "units-at-home",
                        "payments",
                        "#1054",
                        "update payments set building_id = '#1012' where id = '#1054'"),
                of(
                        "a receipt in another building",
                        "units-at-home",
                        "receipts",
                        "#1081",
                        "update receipts set building_id = '#1012' where id = '#1081'"),
                of(
                        "a charge in another currency",
                        "references",
                        "charges",
                        "#1041",
                        "update charges set currency = 'USD' where id = '#1041'"),
                of(
                        "a charge in another tenant",
                        "references",
                        "charges",
                        "#1041",
                        "update charges set tenant_id = '#2' where id = '#1041'"),
                of(
                        "a waiting payment in another tenant",
                        "references",
                        "payments",
                        "#1054",
                        "update payments set tenant_id = '#2' where id = '#1054'"),
                of(
                        "a waiting payment of no unit",
                        "references",
                        "payments",
                        "#1054",
                        "update payments set unit_id = '#9' where id = '#1054'"),
                of(
                        "a receipt of nothing",
                        "references",
                        "receipts",
                        "#1081",
                        "update receipts set payment_id = '#9' where id = '#1081'"),
                of(
                        "a receipt in another tenant",
                        "references",
                        "receipts",
                        "#1083",
                        "update receipts set tenant_id = '#2', number = 4 where id = '#1083';"
                                + " update receipt_counters set last_number = case tenant_id when '#1' then 2 else 4 end"),
                of(
                        "receipts that exchanged their payments",
                        "receipts-of-payments",
                        "payments",
                        "#1053",
                        "update receipts set payment_id = '#9' where id = '#1081';"
                                + " update receipts set payment_id = '#1051' where id = '#1083';"
                                + " update receipts set payment_id = '#1053' where id = '#1081'"),
                of(
                        "an account's building that isn't there",
                        "references",
                        "charges",
                        "#1041",
                        "update unit_accounts set building_id = '#9' where unit_id = '#1101'"),
                of(
                        "books of a building that isn't there",
                        "references",
                        "receipts",
                        "#1081",
                        "delete from buildings where id = '#1011'"),
                of(
                        "books that are all in another building",
                        "units-at-home",
                        "charges",
                        "#1041",
                        Stream.of("unit_accounts", "charges", "payments", "receipts")
                                .map(table -> "update " + table + " set building_id = '#1012' where tenant_id = '#1'")
                                .collect(joining(";"))),
                of(
                        "a waiting payment in another currency",
                        "references",
                        "payments",
                        "#1054",
                        "update payments set currency = 'USD' where id = '#1054'"),
                of(
                        "an allocation of nothing",
                        "allocations-of-charges",
                        "charges",
                        "#1042",
                        "alter table allocations drop constraint allocations_source_check;"
                                + " insert into allocations (id, tenant_id, unit_id, charge_id, amount_minor, allocated_at)"
                                + " values ('#1001', '#1', '#1101', '#1042', 5, now())"),
                of(
                        "books of a tenant that isn't there",
                        "references",
                        "receipts",
                        "#1081",
                        "delete from tenants where id = '#1'"),
                of(
                        "allocations that exchanged their charges",
                        "allocations-of-charges",
                        "charges",
                        "#1042",
                        "update allocations set charge_id = case id when '#1072' then '#1042'::uuid else '#1041' end"
                                + " where id in ('#1072', '#1073')"),
                of(
                        "allocations that exchanged their payments",
                        "allocations-of-payments",
                        "payments",
                        "#1051",
                        "update allocations set payment_id = case id when '#1071' then '#1052'::uuid else '#1051' end"
                                + " where id in ('#1071', '#1072')"),
                of(
                        "an allocation in another tenant",
                        "references",
                        "allocations",
                        "#1072",
                        "update allocations set tenant_id = '#2' where id = '#1072'"),
                of(
                        "an allocation in another unit",
                        "references",
                        "allocations",
                        "#1072",
                        "update allocations set unit_id = '#1102' where id = '#1072'"),
                of(
                        "a released allocation of nothing",
                        "references",
                        "allocations",
                        "#1072",
                        "update allocations set released_at = now(), charge_id = '#9' where id = '#1072';"
                                + " update charges set allocated_minor = 80 where id = '#1041';"
                                + " update payments set allocated_minor = 0 where id = '#1052'"),
                of(
                        "allocations to a canceled charge that sum up to nothing",
                        "allocations-between",
                        "allocations",
                        "#1001",
                        "alter table allocations drop constraint allocations_amount_minor_check;"
                                + " insert into allocations (id, tenant_id, unit_id, charge_id, payment_id, amount_minor,"
                                + " allocated_at) select n.id::uuid, tenant_id, unit_id, '#1043', payment_id, minor, now()"
                                + " from allocations, (values ('#1001', 5), ('#1002', -5)) n (id, minor)"
                                + " where allocations.id = '#1071'"),
                of(
                        "a credit's allocation said of a payment",
                        "allocations-of-charges",
                        "charges",
                        "#1044",
                        "update allocations set payment_id = '#1051', credit_id = null where id = '#1073'"),
                of(
                        "something allocated to a canceled charge",
                        "allocations-of-charges",
                        "charges",
                        "#1043",
                        "alter table charges drop constraint charges_canceled_allocated_check;"
                                + " update charges set allocated_minor = 5 where id = '#1043'"),
                of(
                        "something allocated of a reversed payment",
                        "allocations-of-payments",
                        "payments",
                        "#1053",
                        "alter table payments drop constraint payments_allocated_status_check;"
                                + " update payments set allocated_minor = 5 where id = '#1053'"),
                of(
                        "a counter of no receipts",
                        "receipt-numbers",
                        "receipt_counters",
                        "#1,2041",
                        "alter table receipt_counters drop constraint receipt_counters_last_number_check;"
                                + " insert into receipt_counters (tenant_id, year, last_number) values ('#1', 2041, 0)"),
                of(
                        "an approved payment without receipt",
                        "receipts-of-payments",
                        "payments",
                        "#1052",
                        "delete from receipts where id = '#1082'"),
                of(
                        "an annulled receipt of a payment in effect",
                        "receipts-of-payments",
                        "payments",
                        "#1051",
                        "update receipts set annulled_at = created_at where id = '#1081'"),
                of(
                        "the same occupancy twice",
                        "occupancy-overlaps",
                        "occupancies",
                        "#1032",
                        "alter table occupancies drop constraint occupancies_period_excl,"
                                + " drop constraint occupancies_primary_excl; update occupancies set is_primary = false,"
                                + " person_id = '#1021', starts_on = '2021-12-31' where id = '#1032'"),
                of(
                        "two primaries at a time",
                        "occupancy-overlaps",
                        "occupancies",
                        "#1032",
                        "alter table occupancies drop constraint occupancies_primary_excl;"
                                + " update occupancies set starts_on = '2021-12-31' where id = '#1032'"),
                of(
                        "shares that don't sum to 1",
                        "unit-shares",
                        "buildings",
                        "#1011",
                        "update units set share = 0.4 where id = '#1101'"),
                of(
                        "a reference to another tenant's row",
                        "references",
                        "units",
                        "#1102",
                        "update units set building_id = '#2011' where id = '#1102'"),
                of(
                        "a reference to nothing",
                        "references",
                        "tickets",
                        "#1091",
                        "update tickets set created_by = '#9' where id = '#1091'"),
                of(
                        "a row of a tenant that isn't there",
                        "references",
                        "people",
                        "#1021",
                        "update people set tenant_id = '#9' where id = '#1021'"),
                of(
                        "a seal of another tenant's entry",
                        "tenants-apart",
                        "audit_seals",
                        "#1502",
                        "update audit_seals set tenant_id = '#2' where entry_id = '#1502'"),
                of(
                        "a ticket whose unit is in another building",
                        "units-at-home",
                        "tickets",
                        "#1091",
                        "update tickets set building_id = '#1012' where id = '#1091'"),
                of(
                        "a gap in the tickets",
                        "ticket-numbers",
                        "tickets",
                        "#1092",
                        "update tickets set number = 3 where id = '#1092'"),
                of(
                        "recipients of what wasn't sent",
                        "announcements-sent",
                        "announcement_receipts",
                        "#1006",
                        "update announcements set status = 'DRAFT', sent_at = null where id = '#1005'"),
                of(
                        "a changed audit entry",
                        "audit-chain",
                        "audit_entries",
                        "#1502",
                        "update audit_entries set action = 'unmade' where id = '#1502'"),
                of(
                        "a removed audit entry",
                        "audit-chain",
                        "audit_entries",
                        "#1502",
                        "delete from audit_entries where id = '#1502'"),
                of(
                        "a removed seal",
                        "audit-chain",
                        "audit_seals",
                        "#1,2",
                        "delete from audit_seals where entry_id = '#1502'"),
                of(
                        "a chain that was cut off at its end",
                        "audit-chain",
                        "audit_chains",
                        "#1",
                        "delete from audit_seals where entry_id = '#1503'; delete from audit_entries where id = '#1503'"),
                of(
                        "an audit entry slipped in",
                        "audit-chain",
                        "audit_entries",
                        "#1509",
                        "insert into audit_entries (id, tenant_id, occurred_at, actor_name, action, entity, changes)"
                                + " values ('#1509', '#1', now(), 'Eve', 'made', 'unit', '{}')"),
                of(
                        "a constraint that was never validated",
                        "constraints-validated",
                        "units",
                        "units_planted_check",
                        "alter table units add constraint units_planted_check check (share < 1) not valid"),
                of(
                        "an index that is invalid",
                        "indexes-valid",
                        "units",
                        "units_code_key",
                        "update pg_index set indisvalid = false where indexrelid = 'units_code_key'::regclass"),
                of(
                        "row security off",
                        "row-security",
                        "units",
                        "units",
                        "alter table units disable row level security"),
                of(
                        "row security not forced",
                        "row-security",
                        "units",
                        "units",
                        "alter table units no force row level security"),
                of(
                        "a table without policy",
                        "row-security",
                        "units",
                        "units",
                        "drop policy units_tenant_policy on units"),
                of(
                        "a right to change the ledger",
                        "append-only",
                        "ledger_entries",
                        "application",
                        "grant update on ledger_entries to application"),
                of(
                        "the ledger's trigger dropped",
                        "append-only",
                        "ledger_entries",
                        "refuse_change",
                        "drop trigger ledger_entries_append_only on ledger_entries"),
                of(
                        "a trigger switched off",
                        "triggers-enabled",
                        "charges",
                        "charges_keep",
                        "alter table charges disable trigger charges_keep"));
    }

    private static String again(String entry) {
        return " insert into ledger_entries (id, tenant_id, unit_id, position, kind, amount_minor, balance_minor, charge_id,"
                + " payment_id, description, entered_on, posted_at) select gen_random_uuid(), tenant_id, unit_id, 99, kind,"
                + " amount_minor, balance_minor, charge_id, payment_id, description, entered_on, posted_at"
                + " from ledger_entries where id = '" + entry + "'";
    }

    /** An entry of a correction, posted as the ledger's trigger does it, which is switched off. */
    static String correction(String id, int minor, String charge) {
        return ids(" update unit_accounts set balance_minor = balance_minor + " + minor + ", entries = entries + 1"
                + " where unit_id = '#1101'; insert into ledger_entries (id, tenant_id, unit_id, position, kind, amount_minor,"
                + " balance_minor, charge_id, payment_id, description, entered_on, posted_at) select '" + id
                + "', tenant_id, unit_id, entries, 'CHARGE_CORRECTED', " + minor + ", balance_minor, " + charge
                + ", null, '', now(), now() from unit_accounts where unit_id = '#1101';");
    }

    static Check check(String name) {
        return Check.all().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PlantedFault of(String what, String check, String table, String rowKey, String sql) {
        return new PlantedFault(what, check(check), table, ids(rowKey), ids(sql));
    }

    private static String ids(String text) {
        return java.util.regex.Pattern.compile("#(\\d+)")
                .matcher(text)
                .replaceAll(number ->
                        VerificationTest.id(Integer.parseInt(number.group(1))).toString());
    }

    @Override
    public String toString() {
        return what;
    }
}
