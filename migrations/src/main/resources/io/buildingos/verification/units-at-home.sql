-- Severity: ERROR
-- Kind: queries
-- Whatever names a unit and a building names the building that the unit is in.
select c.relname, format(
    'select c.tenant_id, %1$L, %3$s, ''unit '' || c.unit_id || '' is in the building '' || u.building_id'
        ' from %2$s c join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id'
        ' where u.building_id is distinct from c.building_id',
    c.oid::regclass, c.oid::regclass,
    case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.attnum > 0)
        then 'c.id::text' else 'c.unit_id::text' end)
from pg_class c
where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
    and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('tenant_id', 'building_id', 'unit_id')) = 3
order by c.relname
