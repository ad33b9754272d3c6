-- Severity: ERROR
-- Kind: queries
-- Every reference points at a row of its tenant, as the catalogue has them: also where it was written past the constraint.
with keys as (
    select i.indrelid, string_agg(format('c.%I', a.attname), ', ' order by k.place) as columns
    from pg_index i cross join unnest(i.indkey) with ordinality k (number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indisprimary
    group by i.indrelid
), refs as (
    select f.conname, f.conrelid, f.confrelid,
        string_agg(format('c.%I is not null', ca.attname), ' and ' order by k.place) as given,
        string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' and ' order by k.place) as same,
        string_agg(format('c.%I', ca.attname), ', ' order by k.place) as columns
    from pg_constraint f cross join unnest(f.conkey, f.confkey) with ordinality k (child, parent, place)
    join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
    join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent
    where f.contype = 'f' and f.conparentid = 0 and f.connamespace = current_schema()::regnamespace
    group by f.oid, f.conname, f.conrelid, f.confrelid
)
select r.conname, format(
    'select %s, %L, concat_ws('','', %s), %L || concat_ws('', '', %s) from %s c where %s'
        ' and not exists (select from %s p where %s)',
    case when exists (select from pg_attribute a where a.attrelid = r.conrelid and a.attname = 'tenant_id')
        then 'c.tenant_id' else 'null::uuid' end,
    r.conrelid::regclass, coalesce(k.columns, 'c.ctid'),
    r.conname || ': nothing in ' || r.confrelid::regclass || ' is ', r.columns,
    r.conrelid::regclass, r.given, r.confrelid::regclass, r.same)
from refs r left join keys k on k.indrelid = r.conrelid
order by r.conrelid::regclass::text, r.conname
