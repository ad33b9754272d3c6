package io.buildingos.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A tenant with the work of many years: 2,000 units with a charge and its payment in each of 250 months, which are a million
 * ledger entries, and 100,000 tickets. Written past triggers and constraints, which took hours, and yet as they would have it:
 * verification finds nothing.
 */
final class LargeTenant {
    /** Of one of its units. */
    static final String UNIT_ID = "00000001-0000-7000-8000-000000000007";
    /** One of seven tickets is about it. */
    static final String FREQUENT_WORD = "ascensor";
    /** One of ten thousand is. */
    static final String RARE_WORD = "claraboya";

    private static final int UNITS = 2_000;
    private static final int MONTHS = 250;
    private static final int TICKETS = 100_000;
    private static final int MINUTES_BETWEEN = 15;

    private static final String ID =
            "(lpad(to_hex(%s), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    private static final String UNIT = ID.formatted(1).replace("to_hex(n)", "to_hex(u)");
    private static final String CHARGE = ID.formatted(2);
    private static final String PAYMENT = ID.formatted(3);
    private static final String PLACE = "tenant, building, " + UNIT + ", 'ARS'";

    private static final String HOME = " cross join lateral (select t.id tenant, b.id building from tenants t"
            + " join buildings b on b.tenant_id = t.id where t.slug = 'tenant-a' order by b.id limit 1) home";

    /** Every tenth unit has paid only a part of what fell due in the last three months: owed is what it is behind. */
    private static final String ROWS =
            "create temp table rows as select n, u, p, tenant, building, paid, owed, day, day + 5"
                    + " paid_on from (select n, n / %1$d u, n %% %1$d p from generate_series(0, %2$d) n) series"
                            .formatted(MONTHS, UNITS * MONTHS - 1)
                    + HOME
                    + " cross join lateral (select case when u % 10 = 0 and p >= 247 then 60 else 100 end paid,"
                    + " case when u % 10 = 0 then greatest(0, p - 247) * 40 else 0 end owed,"
                    + " (date_trunc('month', now()) + interval '9 days' - make_interval(months => 249 - p))::date as day) month";

    private static final String TICKET =
            "insert into tickets (id, version, tenant_id, number, building_id, unit_id, title,"
                    + " description, category, priority, status, created_by, assignee_id, closed_at, created_at, updated_at,"
                    + " language) select " + ID.formatted(8) + ", 0, tenant, n, building, " + UNIT
                    + ", title, title || ' ' ||"
                    + " place, category, (array['LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'URGENT'])[1 + n % 5], status, owner,"
                    + " case when n % 7 > 0 then owner end, case when status = 'CLOSED' then opened end, opened, opened, language"
                    + " from (select n, n % " + UNITS + " u, now() - make_interval(mins => (" + TICKETS + " - n) * "
                    + MINUTES_BETWEEN + ") as opened, case when n % 10000 = 0 then 'Gotea la " + RARE_WORD
                    + "' else (array['El " + FREQUENT_WORD + " se detiene', 'The lift stands still', 'Luz apagada',"
                    + " 'Filtraciones en el techo', 'The gate does not close', 'Portón trabado', 'Ruidos a medianoche'])[1 + n % 7] end"
                    + " title, (array['en el primer piso', 'in the hall', 'de la cochera', 'on the third floor', 'en la terraza'])"
                    + "[1 + n / 7 % 5] place, (array['REPAIR', 'MAINTENANCE', 'CLEANING', 'COMPLAINT', 'SAFETY', 'BILLING',"
                    + " 'OTHER'])[1 + n / 3 % 7] category, case when n < " + (TICKETS - 2_000) + " then 'CLOSED' else"
                    + " (array['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'])[1 + n % 4] end as status, (array['spanish', 'spanish',"
                    + " 'spanish', 'english', 'simple'])[1 + n / 5 % 5] as language from generate_series(1, " + TICKETS
                    + ") n) series"
                    + HOME
                    + " cross join lateral (select m.user_id as owner from memberships m join users s on s.id = m.user_id"
                    + " where m.tenant_id = tenant and s.email = 'owner.a@example.com') owners";

    private final String superuser;
    private boolean keepsBooks;

    /** @param superuser an address with user and password */
    LargeTenant(String superuser) {
        this.superuser = superuser;
    }

    /** Of each unit as many charges as payments, each laid on its month's charge, with its receipt. */
    void keepBooks() {
        if (keepsBooks) {
            return;
        }
        keepsBooks = true;
        String entry =
                "insert into ledger_entries (id, tenant_id, unit_id, position, kind, amount_minor, balance_minor,"
                        + " charge_id, payment_id, description, entered_on, posted_at) select %s, tenant, " + UNIT
                        + ", p * 2 + %d, '%s', %s, %s, %s, %s, 'Common', %s, %8$s from rows";
        write(List.of(
                ROWS,
                "insert into units (id, version, tenant_id, building_id, code, code_key, type, billable, created_at)"
                        + " select " + UNIT + ", 0, tenant, building, 'V' || u, 'v' || u, 'APARTMENT', true, day"
                        + " from rows where p = 0",
                "insert into unit_accounts (tenant_id, building_id, unit_id, currency, balance_minor, entries) select "
                        + "tenant, building, " + UNIT + ", 'ARS', owed + 100 - paid, " + 2 * MONTHS
                        + " from rows where p = " + (MONTHS - 1),
                "insert into charges (id, version, tenant_id, building_id, unit_id, currency, period, type, concept,"
                        + " concept_key, amount_minor, allocated_minor, due_on, created_at) select " + CHARGE + ", 0, "
                        + PLACE
                        + ", to_char(day, 'YYYY-MM'), 'COMMON', 'Common', 'common', 100, paid, day, day from rows",
                "insert into payments (id, version, tenant_id, building_id, unit_id, currency, method, amount_minor,"
                        + " allocated_minor, paid_on, status, submitted_at, reviewed_at) select " + PAYMENT + ", 0, "
                        + PLACE + ", 'CASH', paid, paid, paid_on, 'APPROVED', paid_on, paid_on from rows",
                entry.formatted(ID.formatted(4), 1, "CHARGE", "100", "owed + 100", CHARGE, "null", "day"),
                entry.formatted(
                        ID.formatted(5), 2, "PAYMENT", "-paid", "owed + 100 - paid", "null", PAYMENT, "paid_on"),
                "insert into allocations (id, tenant_id, unit_id, charge_id, payment_id, amount_minor, allocated_at)"
                        + " select " + ID.formatted(6) + ", tenant, " + UNIT + ", " + CHARGE + ", " + PAYMENT
                        + ", paid, paid_on from rows",
                "insert into receipts (id, version, tenant_id, building_id, unit_id, payment_id, year, number, issued_on,"
                        + " created_at, delivered_at) select " + ID.formatted(7) + ", 0, tenant, building, " + UNIT
                        + ", "
                        + PAYMENT + ", 2031, n + 1, '2031-01-15', now(), now() from rows",
                "insert into receipt_counters (tenant_id, year, last_number) select tenant, 2031, count(*) from rows"
                        + " group by tenant"));
    }

    /** In the languages they were written in, closed but for the last. After the books, whose units they are about. */
    void openTickets() {
        write(List.of(
                TICKET,
                "insert into ticket_numbers (tenant_id, last_number) select tenant_id, count(*) from tickets"
                        + " group by tenant_id"));
    }

    private void write(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
            statement.execute("vacuum analyze");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
