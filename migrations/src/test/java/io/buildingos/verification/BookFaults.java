package io.buildingos.verification;

import static io.buildingos.verification.PlantedFault.planted;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** In charges, payments, what is allocated between them, and receipts. */
final class BookFaults {
    private BookFaults() {}

    static List<PlantedFault> all() {
        return List.of(
                planted(
                        "a charge's allocations off by one",
                        "allocations-of-charges",
                        "charges",
                        "#1041",
                        "update charges set allocated_minor = allocated_minor - 1 where id = '#1041'"),
                planted(
                        "more allocated to a charge than it has",
                        "allocations-of-charges",
                        "charges",
                        "#1042",
                        "update allocations set amount_minor = 60 where id = '#1073'"),
                planted(
                        "more used of a credit than it has",
                        "allocations-of-charges",
                        "charges",
                        "#1044",
                        "update allocations set amount_minor = 31 where id = '#1073'"),
                planted(
                        "what is used of a credit off by one",
                        "allocations-of-charges",
                        "charges",
                        "#1044",
                        "update charges set allocated_minor = allocated_minor - 1 where id = '#1044'"),
                planted(
                        "a payment's allocations off by one",
                        "allocations-of-payments",
                        "payments",
                        "#1052",
                        "update payments set allocated_minor = allocated_minor + 1 where id = '#1052'"),
                planted(
                        "more allocated of a payment than it has",
                        "allocations-of-payments",
                        "payments",
                        "#1051",
                        "update allocations set amount_minor = 81 where id = '#1071'"),
                planted(
                        "an allocation of a reversed payment",
                        "allocations-between",
                        "allocations",
                        "#1072",
                        "update allocations set payment_id = '#1053' where id = '#1072'"),
                planted(
                        "an allocation to a canceled charge",
                        "allocations-between",
                        "allocations",
                        "#1072",
                        "update allocations set charge_id = '#1043' where id = '#1072'"),
                planted(
                        "an allocation to a credit",
                        "allocations-between",
                        "allocations",
                        "#1072",
                        "update allocations set charge_id = '#1044' where id = '#1072'"),
                planted(
                        "a gap in the receipts",
                        "receipt-numbers",
                        "receipts",
                        "#1083",
                        "update receipts set number = 4 where id = '#1083'"),
                planted(
                        "a receipt's number given twice",
                        "receipt-numbers",
                        "receipts",
                        "#1083",
                        "alter table receipts drop constraint receipts_number_key;"
                                + " update receipts set number = 2 where id = '#1083'"),
                planted(
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
                planted(
                        "a counter of receipts that is behind",
                        "receipt-numbers",
                        "receipt_counters",
                        "#1,2026",
                        "update receipt_counters set last_number = 2 where tenant_id = '#1'"),
                planted(
                        "a charge in another building",
                        "units-at-home",
                        "charges",
                        "#1041",
                        "update charges set building_id = '#1012' where id = '#1041'"),
                planted(
                        "a waiting payment in another building",
                        "units-at-home",
                        "payments",
                        "#1054",
                        "update payments set building_id = '#1012' where id = '#1054'"),
                planted(
                        "a receipt in another building",
                        "units-at-home",
                        "receipts",
                        "#1081",
                        "update receipts set building_id = '#1012' where id = '#1081'"),
                planted(
                        "a charge in another currency",
                        "references",
                        "charges",
                        "#1041",
                        "update charges set currency = 'USD' where id = '#1041'"),
                planted(
                        "a charge in another tenant",
                        "references",
                        "charges",
                        "#1041",
                        "update charges set tenant_id = '#2' where id = '#1041'"),
                planted(
                        "a waiting payment in another tenant",
                        "references",
                        "payments",
                        "#1054",
                        "update payments set tenant_id = '#2' where id = '#1054'"),
                planted(
                        "a waiting payment of no unit",
                        "references",
                        "payments",
                        "#1054",
                        "update payments set unit_id = '#9' where id = '#1054'"),
                planted(
                        "a receipt of nothing",
                        "references",
                        "receipts",
                        "#1081",
                        "update receipts set payment_id = '#9' where id = '#1081'"),
                planted(
                        "a receipt in another tenant",
                        "references",
                        "receipts",
                        "#1083",
                        "update receipts set tenant_id = '#2', number = 4 where id = '#1083';"
                                + " update receipt_counters set last_number = case tenant_id when '#1' then 2 else 4 end"),
                planted(
                        "receipts that exchanged their payments",
                        "receipts-of-payments",
                        "payments",
                        "#1053",
                        "update receipts set payment_id = '#9' where id = '#1081';"
                                + " update receipts set payment_id = '#1051' where id = '#1083';"
                                + " update receipts set payment_id = '#1053' where id = '#1081'"),
                planted(
                        "an account's building that isn't there",
                        "references",
                        "charges",
                        "#1041",
                        "update unit_accounts set building_id = '#9' where unit_id = '#1101'"),
                planted(
                        "books of a building that isn't there",
                        "references",
                        "receipts",
                        "#1081",
                        "delete from buildings where id = '#1011'"),
                planted(
                        "books that are all in another building",
                        "units-at-home",
                        "charges",
                        "#1041",
                        Stream.of("unit_accounts", "charges", "payments", "receipts")
                                .map(table -> "update " + table + " set building_id = '#1012' where tenant_id = '#1'")
                                .collect(joining(";"))),
                planted(
                        "a waiting payment in another currency",
                        "references",
                        "payments",
                        "#1054",
                        "update payments set currency = 'USD' where id = '#1054'"),
                planted(
                        "an allocation of nothing",
                        "allocations-of-charges",
                        "charges",
                        "#1042",
                        "alter table allocations drop constraint allocations_source_check;"
                                + " insert into allocations (id, tenant_id, unit_id, charge_id, amount_minor, allocated_at)"
                                + " values ('#1001', '#1', '#1101', '#1042', 5, now())"),
                planted(
                        "books of a tenant that isn't there",
                        "references",
                        "receipts",
                        "#1081",
                        "delete from tenants where id = '#1'"),
                planted(
                        "allocations that exchanged their charges",
                        "allocations-of-charges",
                        "charges",
                        "#1042",
                        "update allocations set charge_id = case id when '#1072' then '#1042'::uuid else '#1041' end"
                                + " where id in ('#1072', '#1073')"),
                planted(
                        "allocations that exchanged their payments",
                        "allocations-of-payments",
                        "payments",
                        "#1051",
                        "update allocations set payment_id = case id when '#1071' then '#1052'::uuid else '#1051' end"
                                + " where id in ('#1071', '#1072')"),
                planted(
                        "an allocation in another tenant",
                        "references",
                        "allocations",
                        "#1072",
                        "update allocations set tenant_id = '#2' where id = '#1072'"),
                planted(
                        "an allocation in another unit",
                        "references",
                        "allocations",
                        "#1072",
                        "update allocations set unit_id = '#1102' where id = '#1072'"),
                planted(
                        "a released allocation of nothing",
                        "references",
                        "allocations",
                        "#1072",
                        "update allocations set released_at = now(), charge_id = '#9' where id = '#1072';"
                                + " update charges set allocated_minor = 80 where id = '#1041';"
                                + " update payments set allocated_minor = 0 where id = '#1052'"),
                planted(
                        "allocations to a canceled charge that sum up to nothing",
                        "allocations-between",
                        "allocations",
                        "#1001",
                        "alter table allocations drop constraint allocations_amount_minor_check;"
                                + " insert into allocations (id, tenant_id, unit_id, charge_id, payment_id, amount_minor,"
                                + " allocated_at) select n.id::uuid, tenant_id, unit_id, '#1043', payment_id, minor, now()"
                                + " from allocations, (values ('#1001', 5), ('#1002', -5)) n (id, minor)"
                                + " where allocations.id = '#1071'"),
                planted(
                        "a credit's allocation said of a payment",
                        "allocations-of-charges",
                        "charges",
                        "#1044",
                        "update allocations set payment_id = '#1051', credit_id = null where id = '#1073'"),
                planted(
                        "something allocated to a canceled charge",
                        "allocations-of-charges",
                        "charges",
                        "#1043",
                        "alter table charges drop constraint charges_canceled_allocated_check;"
                                + " update charges set allocated_minor = 5 where id = '#1043'"),
                planted(
                        "something allocated of a reversed payment",
                        "allocations-of-payments",
                        "payments",
                        "#1053",
                        "alter table payments drop constraint payments_allocated_status_check;"
                                + " update payments set allocated_minor = 5 where id = '#1053'"),
                planted(
                        "a counter of no receipts",
                        "receipt-numbers",
                        "receipt_counters",
                        "#1,2041",
                        "alter table receipt_counters drop constraint receipt_counters_last_number_check;"
                                + " insert into receipt_counters (tenant_id, year, last_number) values ('#1', 2041, 0)"),
                planted(
                        "an approved payment without receipt",
                        "receipts-of-payments",
                        "payments",
                        "#1052",
                        "delete from receipts where id = '#1082'"),
                planted(
                        "an annulled receipt of a payment in effect",
                        "receipts-of-payments",
                        "payments",
                        "#1051",
                        "update receipts set annulled_at = created_at where id = '#1081'"));
    }
}
