-- Severity: ERROR
-- Kind: queries
-- What refers to a row with a tenant is of the same tenant, where the reference itself doesn't say so.
with keys as (
    select i.indrelid, string_agg(format('c.%I', a.attname), ', ' order by k.place) as columns
    from pg_index i cross join unnest(i.indkey) with ordinality k (number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indisprimary
    group by i.indrelid
), refs as (
    select f.conname, f.conrelid, f.confrelid,
        string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' and ' order by k.place) as same
    from pg_constraint f cross join unnest(f.conkey, f.confkey) with ordinality k (child, parent, place)
    join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
    join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent
    where f.contype = 'f' and f.conparentid = 0 and f.connamespace = current_schema()::regnamespace
        and exists (select from pg_attribute a where a.attrelid = f.conrelid and a.attname = 'tenant_id')
        and exists (select from pg_attribute a where a.attrelid = f.confrelid and a.attname = 'tenant_id')
    group by f.oid, f.conname, f.conrelid, f.confrelid
    having not bool_or(ca.attname = 'tenant_id')
)
select r.conname, format(
    'select c.tenant_id, %L, concat_ws('','', %s), %L || coalesce(p.tenant_id::text, ''none'') from %s c'
        ' join %s p on %s where p.tenant_id is distinct from c.tenant_id',
    r.conrelid::regclass, coalesce(k.columns, 'c.ctid'), r.conname || ': refers to a row of the tenant ',
    r.conrelid::regclass, r.confrelid::regclass, r.same)
from refs r left join keys k on k.indrelid = r.conrelid
order by r.conrelid::regclass::text, r.conname
