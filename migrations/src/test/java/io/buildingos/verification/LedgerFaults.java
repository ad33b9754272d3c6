package io.buildingos.verification;

import static io.buildingos.verification.PlantedFault.ids;
import static io.buildingos.verification.PlantedFault.planted;

import java.util.List;

/** In the ledger's entries and the accounts that sum them up. */
final class LedgerFaults {
    private LedgerFaults() {}

    static List<PlantedFault> all() {
        return List.of(
                planted(
                        "an entry off by one",
                        "ledger-sources",
                        "charges",
                        "#1041",
                        "update ledger_entries set" + " amount_minor = 101 where id = '#1061'"),
                planted(
                        "an entry whose balance is off by one",
                        "ledger-order",
                        "ledger_entries",
                        "#1065",
                        "update ledger_entries set balance_minor = balance_minor + 1 where id = '#1065'"),
                planted(
                        "a gap in the entries",
                        "ledger-order",
                        "ledger_entries",
                        "#1069",
                        "update ledger_entries set position = 10 where id = '#1069'"),
                planted(
                        "a lost entry",
                        "ledger-sources",
                        "payments",
                        "#1052",
                        "delete from ledger_entries where id = '#1066'"),
                planted(
                        "an entry of a payment that waits",
                        "ledger-sources",
                        "payments",
                        "#1054",
                        "update payments set status = 'SUBMITTED', reviewed_at = null, allocated_minor = 0"
                                + " where id = '#1052'; update ledger_entries set payment_id = '#1054' where id = '#1066'"),
                planted(
                        "a charge's entry twice",
                        "ledger-sources",
                        "charges",
                        "#1041",
                        "drop index ledger_entries_charge_id_key;" + again("#1061")),
                planted(
                        "a payment's entry twice",
                        "ledger-sources",
                        "payments",
                        "#1052",
                        "drop index ledger_entries_payment_id_key;" + again("#1066")),
                planted(
                        "a balance off by one",
                        "ledger-accounts",
                        "unit_accounts",
                        "#1101",
                        "update unit_accounts set balance_minor = balance_minor + 1 where unit_id = '#1101'"),
                planted(
                        "a balance that isn't what is open",
                        "ledger-balances",
                        "unit_accounts",
                        "#1101",
                        "update charges set allocated_minor = allocated_minor - 1 where id = '#1041'"),
                planted(
                        "two entries that exchanged their amounts",
                        "ledger-sources",
                        "charges",
                        "#1041",
                        "update ledger_entries set amount_minor = 150 - amount_minor, balance_minor = case position"
                                + " when 1 then 50 else 150 end where id in ('#1061', '#1062')"),
                planted(
                        "two entries that exchanged their payments",
                        "ledger-sources",
                        "payments",
                        "#1052",
                        "update ledger_entries set payment_id = '#9' where id = '#1065';"
                                + " update ledger_entries set payment_id = '#1051' where id = '#1066';"
                                + " update ledger_entries set payment_id = '#1052' where id = '#1065'"),
                planted(
                        "a position given twice",
                        "ledger-order",
                        "ledger_entries",
                        "#1066",
                        "alter table ledger_entries drop constraint ledger_entries_position_key;"
                                + " update ledger_entries set position = 5 where id = '#1066'"),
                planted(
                        "entries that changed places",
                        "ledger-order",
                        "ledger_entries",
                        "#1066",
                        "update ledger_entries set position = 99 where id = '#1065';"
                                + " update ledger_entries set position = 5 where id = '#1066';"
                                + " update ledger_entries set position = 6 where id = '#1065'"),
                planted(
                        "two accounts that are off by the same",
                        "ledger-accounts",
                        "unit_accounts",
                        "#2101",
                        "update unit_accounts set balance_minor = balance_minor + case tenant_id when '#1' then 1 else -1 end"),
                planted(
                        "entries without an account",
                        "references",
                        "ledger_entries",
                        "#1061",
                        "delete from unit_accounts where unit_id = '#1101'"),
                planted(
                        "an entry in another tenant",
                        "references",
                        "ledger_entries",
                        "#1069",
                        "update ledger_entries set tenant_id = '#2' where id = '#1069'"),
                planted(
                        "entries of nothing that sum up to nothing",
                        "references",
                        "ledger_entries",
                        "#1002",
                        correction("#1001", 5, "'#9'") + correction("#1002", -5, "'#9'")),
                planted(
                        "a charge that isn't there and was corrected to nothing",
                        "references",
                        "ledger_entries",
                        "#1001",
                        correction("#1001", 5, "'#9'") + correction("#1002", -5, "'#9'")
                                + " update ledger_entries set kind = 'CHARGE' where id = '#1001'"),
                planted(
                        "a payment that isn't there and was corrected to nothing",
                        "references",
                        "ledger_entries",
                        "#1001",
                        correction("#1001", -5, "'#9'") + correction("#1002", 5, "'#9'")
                                + " update ledger_entries set payment_id = charge_id, charge_id = null"
                                + " where id in ('#1001', '#1002');"
                                + " update ledger_entries set kind = 'PAYMENT' where id = '#1001'"),
                planted(
                        "a correction taken back of a charge that isn't there",
                        "references",
                        "ledger_entries",
                        "#1002",
                        correction("#1001", 5, "'#9'") + correction("#1002", -5, "'#9'")
                                + " update ledger_entries set kind = 'CHARGE_CANCELED', reverses_id = '#1001'"
                                + " where id = '#1002'"),
                planted(
                        "an entry of nothing at all",
                        "ledger-balances",
                        "unit_accounts",
                        "#1101",
                        "alter table ledger_entries drop constraint ledger_entries_source_check;"
                                + correction("#1001", 5, "null")),
                planted(
                        "an entry of a charge and of a payment that isn't there",
                        "references",
                        "ledger_entries",
                        "#1061",
                        "alter table ledger_entries drop constraint ledger_entries_source_check;"
                                + " update ledger_entries set payment_id = '#9' where id = '#1061'"),
                planted(
                        "an entry that takes a payment for a charge",
                        "references",
                        "ledger_entries",
                        "#1066",
                        "update ledger_entries set charge_id = payment_id, payment_id = null where id = '#1066'"));
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
}
