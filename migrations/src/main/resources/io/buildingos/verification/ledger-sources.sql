-- Severity: ERROR
-- Kind: rows
-- The ledger has of each charge, credit and payment what it stands for: all of it, or nothing once it is taken back.
select c.tenant_id, 'charges', c.id::text, format('%s of %s; the ledger has %s', c.type, c.amount_minor, e.minor)
from (
    -- Most have one entry, which says it all: only where that isn't right, or there are others, are entries summed up.
    select c.id from charges c
    left join ledger_entries e on e.charge_id = c.id and e.kind in ('CHARGE', 'CREDIT')
    where not coalesce(e.amount_minor = case
        when c.canceled_at is not null then 0 when c.type = 'CREDIT' then -c.amount_minor else c.amount_minor end, false)
    union
    select charge_id from ledger_entries where charge_id is not null group by charge_id having count(*) > 1
) doubtful
join charges c using (id)
cross join lateral (
    select coalesce(sum(amount_minor), 0) as minor from ledger_entries
    where tenant_id = c.tenant_id and unit_id = c.unit_id and charge_id = doubtful.id
) e
where e.minor <> case
    when c.canceled_at is not null then 0 when c.type = 'CREDIT' then -c.amount_minor else c.amount_minor end
union all
select p.tenant_id, 'payments', p.id::text, format('%s, %s; the ledger has %s', p.status, p.amount_minor, e.minor)
from (
    select p.id from payments p
    left join ledger_entries e on e.payment_id = p.id and e.kind = 'PAYMENT'
    where not coalesce(e.amount_minor = case when p.status = 'APPROVED' then -p.amount_minor else 0 end, false)
    union
    select payment_id from ledger_entries where payment_id is not null group by payment_id having count(*) > 1
) doubtful
join payments p using (id)
cross join lateral (
    select coalesce(sum(amount_minor), 0) as minor from ledger_entries
    where tenant_id = p.tenant_id and unit_id = p.unit_id and payment_id = doubtful.id
) e
where e.minor <> case when p.status = 'APPROVED' then -p.amount_minor else 0 end
