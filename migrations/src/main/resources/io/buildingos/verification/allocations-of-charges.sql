-- Severity: ERROR
-- Kind: rows
-- What is allocated to a charge, or of a credit, is the sum of its allocations and never more than its amount.
select c.tenant_id, 'charges', c.id::text,
    format('%s of %s allocated; the allocations sum to %s', c.allocated_minor, c.amount_minor, coalesce(l.minor, 0))
from charges c
left join (
    select tenant_id, id, sum(amount_minor) as minor
    from (
        select tenant_id, charge_id as id, amount_minor from allocations where released_at is null
        union all
        select tenant_id, credit_id, amount_minor from allocations where released_at is null and credit_id is not null
    ) sides
    group by tenant_id, id
) l on l.tenant_id = c.tenant_id and l.id = c.id
where c.allocated_minor <> coalesce(l.minor, 0) or c.amount_minor < coalesce(l.minor, 0)
