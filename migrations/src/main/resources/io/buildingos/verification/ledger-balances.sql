-- Severity: ERROR
-- Kind: rows
-- A unit's balance is what is open of its charges, less what is free of its payments and credits.
select a.tenant_id, 'unit_accounts', a.unit_id::text,
    format('balance %s; open %s, free %s', a.balance_minor, coalesce(c.minor, 0), coalesce(p.minor, 0))
from unit_accounts a
left join (
    select tenant_id, unit_id,
        sum(case when type = 'CREDIT' then allocated_minor - amount_minor else amount_minor - allocated_minor end)
            as minor
    from charges where canceled_at is null group by tenant_id, unit_id
) c on c.tenant_id = a.tenant_id and c.unit_id = a.unit_id
left join (
    select tenant_id, unit_id, sum(amount_minor - allocated_minor) as minor
    from payments where status = 'APPROVED' group by tenant_id, unit_id
) p on p.tenant_id = a.tenant_id and p.unit_id = a.unit_id
where a.balance_minor <> coalesce(c.minor, 0) - coalesce(p.minor, 0)
