-- Severity: ERROR
-- Kind: rows
-- Receipts are numbered from 1 in each tenant and year, without gap or double, up to the counter.
with doubtful as (
    -- As many different numbers as the last one says, from 1 on, are such a series: only others are put in order.
    select tenant_id, year from receipts group by tenant_id, year
    having min(number) <> 1 or max(number) <> count(*) or count(distinct number) <> count(*)
)
select tenant_id, 'receipts', id::text, format('%s/%s comes after %s', year, number, before)
from (
    select tenant_id, id, year, number,
        lag(number, 1, 0::bigint) over (partition by tenant_id, year order by number, id) as before
    from receipts join doubtful using (tenant_id, year)
) r
where number <> before + 1
union all
select coalesce(c.tenant_id, r.tenant_id), 'receipt_counters',
    concat_ws(',', coalesce(c.tenant_id, r.tenant_id), coalesce(c.year, r.year)),
    format('counted to %s, given out to %s', coalesce(c.last_number, 0), coalesce(r.last_number, 0))
from receipt_counters c
full join (select tenant_id, year, max(number) as last_number from receipts group by tenant_id, year) r
    on r.tenant_id = c.tenant_id and r.year = c.year
where c.last_number is distinct from r.last_number
