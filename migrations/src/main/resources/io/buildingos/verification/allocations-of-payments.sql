-- Severity: ERROR
-- Kind: rows
-- What is allocated of a payment is the sum of its allocations and never more than its amount.
select p.tenant_id, 'payments', p.id::text,
    format('%s of %s allocated; the allocations sum to %s', p.allocated_minor, p.amount_minor, coalesce(l.minor, 0))
from payments p
left join (
    select tenant_id, payment_id, sum(amount_minor) as minor
    from allocations where released_at is null and payment_id is not null group by tenant_id, payment_id
) l on l.tenant_id = p.tenant_id and l.payment_id = p.id
where p.allocated_minor <> coalesce(l.minor, 0) or p.amount_minor < coalesce(l.minor, 0)
