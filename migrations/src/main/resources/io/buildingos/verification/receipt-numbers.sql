-- Severity: ERROR
-- Kind: rows
-- Receipts are numbered from 1 in each tenant and year, without gap or double, up to the counter.
with doubtful as (
    -- Where these sums are those of such a series, nobody needs to put it in order.
    select tenant_id, year from receipts group by tenant_id, year
    having count(*) <> max(number) or min(number) <> 1
        or sum(number) <> count(*)::numeric * (count(*) + 1) / 2
        or sum(number::numeric * number) <> count(*)::numeric * (count(*) + 1) * (2 * count(*) + 1) / 6
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
