-- Severity: ERROR
-- Kind: rows
-- A payment has a receipt once it was approved, annulled once it was reversed; any other has none.
select p.tenant_id, 'payments', p.id::text,
    format('%s, its receipt is %s', p.status,
        case when r.id is null then 'missing' when r.annulled_at is null then 'valid' else 'annulled' end)
from payments p
left join receipts r on r.tenant_id = p.tenant_id and r.payment_id = p.id
where case p.status
    when 'APPROVED' then r.id is null or r.annulled_at is not null
    when 'REVERSED' then r.id is null or r.annulled_at is null
    else r.id is not null end
