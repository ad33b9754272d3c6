-- Severity: ERROR
-- Kind: rows
-- The ledger has of each charge, credit and payment what it stands for: all of it, or nothing once it is taken back.
with wanted_charges as (
    select id, case when canceled_at is not null then 0 when type = 'CREDIT' then -amount_minor else amount_minor end
        as minor
    from charges
), wanted_payments as (
    select id, case when status = 'APPROVED' then -amount_minor else 0 end as minor from payments
), doubtful_charges as (
    -- Most have one entry, which says it all: only where that isn't right, or there are others, are entries summed up.
    select w.id from wanted_charges w
    left join ledger_entries e on e.charge_id = w.id and e.kind in ('CHARGE', 'CREDIT')
    where not coalesce(e.amount_minor = w.minor, false)
    union
    select charge_id from ledger_entries where charge_id is not null and kind not in ('CHARGE', 'CREDIT')
), doubtful_payments as (
    select w.id from wanted_payments w
    left join ledger_entries e on e.payment_id = w.id and e.kind = 'PAYMENT'
    where not coalesce(e.amount_minor = w.minor, false)
    union
    select payment_id from ledger_entries where payment_id is not null and kind <> 'PAYMENT'
)
select c.tenant_id, 'charges', c.id::text, format('%s of %s; the ledger has %s', c.type, c.amount_minor, e.minor)
from doubtful_charges join charges c using (id) join wanted_charges w using (id)
cross join lateral (
    select coalesce(sum(amount_minor), 0) as minor from ledger_entries
    where tenant_id = c.tenant_id and unit_id = c.unit_id and charge_id = c.id
) e
where e.minor <> w.minor
union all
select p.tenant_id, 'payments', p.id::text, format('%s, %s; the ledger has %s', p.status, p.amount_minor, e.minor)
from doubtful_payments join payments p using (id) join wanted_payments w using (id)
cross join lateral (
    select coalesce(sum(amount_minor), 0) as minor from ledger_entries
    where tenant_id = p.tenant_id and unit_id = p.unit_id and payment_id = p.id
) e
where e.minor <> w.minor
