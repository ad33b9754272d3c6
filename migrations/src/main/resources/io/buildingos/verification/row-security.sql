-- Severity: ERROR
-- Kind: rows
-- Every table with a tenant has a policy, in force on everybody, its owner included.
select null::uuid, c.relname::text, c.relname::text,
    case when not c.relrowsecurity then 'row security is off'
        when not c.relforcerowsecurity then 'row security is not forced'
        else 'there is no policy' end
from pg_class c
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    and (c.relname = 'tenants' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
    and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid))
