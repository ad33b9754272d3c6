-- Severity: ERROR
-- Kind: rows
-- Allocations in effect lie between a debt that isn't canceled and an approved payment or a credit that isn't.
select l.tenant_id, 'allocations', l.id::text,
    format('to a %s%s', c.type, case when c.canceled_at is null then '' else ', canceled' end)
from allocations l join charges c on c.tenant_id = l.tenant_id and c.id = l.charge_id
where l.released_at is null and (c.type = 'CREDIT' or c.canceled_at is not null)
union all
select l.tenant_id, 'allocations', l.id::text, format('from a payment, %s', p.status)
from allocations l join payments p on p.tenant_id = l.tenant_id and p.id = l.payment_id
where l.released_at is null and p.status <> 'APPROVED'
union all
select l.tenant_id, 'allocations', l.id::text,
    format('from a %s%s', r.type, case when r.canceled_at is null then '' else ', canceled' end)
from allocations l join charges r on r.tenant_id = l.tenant_id and r.id = l.credit_id
where l.released_at is null and l.credit_id is not null and (r.type <> 'CREDIT' or r.canceled_at is not null)
