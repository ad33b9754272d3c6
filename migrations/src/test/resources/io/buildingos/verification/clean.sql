-- Two tenants whose books are in order. Ids: the last digits tell tenant and row.
CREATE FUNCTION pg_temp.u(n int) RETURNS uuid LANGUAGE sql AS
    $$ SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid $$;

INSERT INTO users (id, version, email, name, super_admin, created_at)
SELECT pg_temp.u(t * 1000 + 1), 0, 'user' || t || '@example.com', 'User', false, now() FROM generate_series(1, 2) t;
INSERT INTO tenants (id, version, name, slug, type, status, currency, locale, time_zone, created_at)
SELECT pg_temp.u(t), 0, 'Tenant ' || t, 'tenant-' || t, 'MANAGEMENT_COMPANY', 'ACTIVE', 'EUR', 'en', 'UTC', now()
FROM generate_series(1, 2) t;
INSERT INTO memberships (id, version, tenant_id, user_id, created_at)
SELECT pg_temp.u(t * 1000 + 2), 0, pg_temp.u(t), pg_temp.u(t * 1000 + 1), now() FROM generate_series(1, 2) t;
INSERT INTO buildings (id, version, tenant_id, name, name_key, address, created_at)
SELECT pg_temp.u(t * 1000 + 10 + b), 0, pg_temp.u(t), 'B' || b, 'b' || b, 'Street', now()
FROM generate_series(1, 2) t, generate_series(1, 2) b;
INSERT INTO units (id, version, tenant_id, building_id, code, code_key, type, share, billable, created_at)
SELECT pg_temp.u(t * 1000 + b * 100 + n), 0, pg_temp.u(t), pg_temp.u(t * 1000 + 10 + b), n, n, 'APARTMENT', 0.5, true, now()
FROM generate_series(1, 2) t, generate_series(1, 2) b, generate_series(1, 2) n;
INSERT INTO people (id, version, tenant_id, name, name_key, created_at)
SELECT pg_temp.u(t * 1000 + 20 + p), 0, pg_temp.u(t), 'P' || p, 'p' || p, now()
FROM generate_series(1, 2) t, generate_series(1, 2) p;
INSERT INTO occupancies (id, version, tenant_id, unit_id, person_id, role, is_primary, starts_on, ends_on, created_at)
SELECT pg_temp.u(t * 1000 + 30 + n), 0, pg_temp.u(t), pg_temp.u(t * 1000 + 101), pg_temp.u(t * 1000 + 20 + n), 'OWNER', true,
    make_date(2020 + n, 1, 1), make_date(2020 + n, 12, 31), now()
FROM generate_series(1, 2) t, generate_series(1, 2) n;
INSERT INTO unit_accounts (unit_id, tenant_id, building_id, currency, balance_minor, entries)
SELECT pg_temp.u(t * 1000 + 101), pg_temp.u(t), pg_temp.u(t * 1000 + 11), 'EUR', 0, 0 FROM generate_series(1, 2) t;

-- Charges 41 (100), 42 (50, a credit of 30 covers some), 43 (canceled), 44 (the credit of 30).
INSERT INTO charges (id, version, tenant_id, building_id, unit_id, currency, period, type, concept, concept_key,
    amount_minor, allocated_minor, due_on, created_at, canceled_at, cancel_reason)
SELECT pg_temp.u(t * 1000 + 40 + n), 0, pg_temp.u(t), pg_temp.u(t * 1000 + 11), pg_temp.u(t * 1000 + 101), 'EUR', '2026-01',
    CASE n WHEN 4 THEN 'CREDIT' ELSE 'COMMON' END, 'C' || n, 'c' || n, (ARRAY[100, 50, 70, 30])[n], 0, '2026-01-10',
    now(), CASE n WHEN 3 THEN now() END, CASE n WHEN 3 THEN 'wrong' END
FROM generate_series(1, 2) t, generate_series(1, 4) n;
-- Payments 51 (80, approved), 52 (60, approved), 53 (20, reversed), 54 (submitted).
INSERT INTO payments (id, version, tenant_id, building_id, unit_id, currency, method, amount_minor, allocated_minor,
    paid_on, status, submitted_at, reviewed_at, reversed_at, reversal_reason)
SELECT pg_temp.u(t * 1000 + 50 + n), 0, pg_temp.u(t), pg_temp.u(t * 1000 + 11), pg_temp.u(t * 1000 + 101), 'EUR', 'CASH',
    (ARRAY[80, 60, 20, 10])[n], 0, '2026-01-15', (ARRAY['APPROVED', 'APPROVED', 'REVERSED', 'SUBMITTED'])[n], now(),
    CASE WHEN n < 4 THEN now() END, CASE n WHEN 3 THEN now() END, CASE n WHEN 3 THEN 'bounced' END
FROM generate_series(1, 2) t, generate_series(1, 4) n;
INSERT INTO ledger_entries (id, tenant_id, unit_id, position, kind, amount_minor, balance_minor, charge_id, payment_id,
    reverses_id, description, entered_on, posted_at)
SELECT pg_temp.u(t * 1000 + 60 + e.n), pg_temp.u(t), pg_temp.u(t * 1000 + 101), 0, e.kind, e.minor, 0, pg_temp.u(t * 1000 + e.charge),
    pg_temp.u(t * 1000 + e.payment), pg_temp.u(t * 1000 + e.reverses), 'text', '2026-01-10', now()
FROM generate_series(1, 2) t, (VALUES
    (1, 'CHARGE', 100, 41, NULL::int, NULL::int), (2, 'CHARGE', 50, 42, NULL, NULL), (3, 'CHARGE', 70, 43, NULL, NULL),
    (4, 'CREDIT', -30, 44, NULL, NULL), (5, 'PAYMENT', -80, NULL, 51, NULL), (6, 'PAYMENT', -60, NULL, 52, NULL),
    (7, 'PAYMENT', -20, NULL, 53, NULL), (8, 'CHARGE_CANCELED', -70, 43, NULL, 63),
    (9, 'PAYMENT_REVERSED', 20, NULL, 53, 67)) e (n, kind, minor, charge, payment, reverses)
ORDER BY t, e.n;
INSERT INTO allocations (id, tenant_id, unit_id, charge_id, payment_id, credit_id, amount_minor, allocated_at)
SELECT pg_temp.u(t * 1000 + 70 + a.n), pg_temp.u(t), pg_temp.u(t * 1000 + 101), pg_temp.u(t * 1000 + a.charge),
    pg_temp.u(t * 1000 + a.payment), pg_temp.u(t * 1000 + a.credit), a.minor, now()
FROM generate_series(1, 2) t, (VALUES
    (1, 41, 51, NULL::int, 80), (2, 41, 52, NULL, 20), (3, 42, NULL, 44, 30)) a (n, charge, payment, credit, minor);
INSERT INTO receipt_counters (tenant_id, year, last_number) SELECT pg_temp.u(t), 2026, 3 FROM generate_series(1, 2) t;
INSERT INTO receipts (id, version, tenant_id, building_id, unit_id, payment_id, year, number, issued_on, created_at,
    annulled_at)
SELECT pg_temp.u(t * 1000 + 80 + n), 0, pg_temp.u(t), pg_temp.u(t * 1000 + 11), pg_temp.u(t * 1000 + 101),
    pg_temp.u(t * 1000 + 50 + n), 2026, n, '2026-01-15', now(), CASE n WHEN 3 THEN now() END
FROM generate_series(1, 2) t, generate_series(1, 3) n;
INSERT INTO ticket_numbers (tenant_id, last_number) SELECT pg_temp.u(t), 2 FROM generate_series(1, 2) t;
INSERT INTO tickets (id, version, tenant_id, number, building_id, unit_id, title, description, category, priority,
    status, created_by, created_at, updated_at, language)
SELECT pg_temp.u(t * 1000 + 90 + n), 0, pg_temp.u(t), n, pg_temp.u(t * 1000 + 11), pg_temp.u(t * 1000 + 101), 'Lift', 'It stands',
    'REPAIR', 'LOW', 'OPEN', pg_temp.u(t * 1000 + 1), now(), now(), 'english'
FROM generate_series(1, 2) t, generate_series(1, 2) n;
INSERT INTO announcements (id, version, tenant_id, title, body, by_email, status, sent_at, created_by, created_at)
SELECT pg_temp.u(t * 1000 + 5), 0, pg_temp.u(t), 'Water', 'Off', false, 'SENT', now(), pg_temp.u(t * 1000 + 1), now()
FROM generate_series(1, 2) t;
INSERT INTO announcement_receipts (id, tenant_id, announcement_id, user_id, created_at)
SELECT pg_temp.u(t * 1000 + 6), pg_temp.u(t), pg_temp.u(t * 1000 + 5), pg_temp.u(t * 1000 + 1), now() FROM generate_series(1, 2) t;
INSERT INTO audit_entries (id, tenant_id, occurred_at, actor_name, action, entity, changes)
SELECT pg_temp.u(t * 1000 + 500 + n), pg_temp.u(t), timestamptz '2026-01-01 00:00:00+00', E'Ana\u001b \\u001b "é"', 'made', 'unit', '{}'
FROM generate_series(1, 2) t, generate_series(1, 3) n;
