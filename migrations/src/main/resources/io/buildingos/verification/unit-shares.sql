-- Severity: WARNING
-- Kind: rows
-- The shares of a building's units sum to 1, or none has any.
select tenant_id, 'buildings', building_id::text,
    format('the shares of %s units sum to %s, %s have none', count(share), coalesce(sum(share), 0),
        count(*) - count(share))
from units
where archived_at is null
group by tenant_id, building_id
having count(share) > 0 and sum(share) <> 1
