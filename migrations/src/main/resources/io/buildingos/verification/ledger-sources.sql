-- Severity: ERROR
-- Kind: rows
-- The ledger has of each charge, credit and payment what it stands for: all of it, or nothing once it is taken back.
select c.tenant_id, 'charges', c.id::text,
    format('%s of %s; the ledger has %s', c.type, c.amount_minor, coalesce(e.minor, 0))
from charges c
left join (
    select charge_id, sum(amount_minor) as minor from ledger_entries where charge_id is not null group by charge_id
) e on e.charge_id = c.id
where coalesce(e.minor, 0) <> case
    when c.canceled_at is not null then 0 when c.type = 'CREDIT' then -c.amount_minor else c.amount_minor end
union all
select p.tenant_id, 'payments', p.id::text,
    format('%s, %s; the ledger has %s', p.status, p.amount_minor, coalesce(e.minor, 0))
from payments p
left join (
    select payment_id, sum(amount_minor) as minor from ledger_entries where payment_id is not null group by payment_id
) e on e.payment_id = p.id
where coalesce(e.minor, 0) <> case when p.status = 'APPROVED' then -p.amount_minor else 0 end
