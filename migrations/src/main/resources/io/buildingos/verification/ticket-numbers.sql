-- Severity: ERROR
-- Kind: rows
-- Tickets are numbered from 1 in each tenant, without gap or double, up to the counter.
select tenant_id, 'tickets', id::text, format('%s comes after %s', number, before)
from (
    select tenant_id, id, number, lag(number, 1, 0::bigint) over (partition by tenant_id order by number, id) as before
    from tickets
) t
where number <> before + 1
union all
select coalesce(n.tenant_id, t.tenant_id), 'ticket_numbers', coalesce(n.tenant_id, t.tenant_id)::text,
    format('counted to %s, given out to %s', coalesce(n.last_number, 0), coalesce(t.last_number, 0))
from ticket_numbers n
full join (select tenant_id, max(number) as last_number from tickets group by tenant_id) t using (tenant_id)
where coalesce(n.last_number, 0) <> coalesce(t.last_number, 0)
