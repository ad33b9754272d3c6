-- Severity: ERROR
-- Kind: rows
-- Nobody holds the same role in a unit twice at a time, and a role has one primary at a time.
select b.tenant_id, 'occupancies', b.id::text, format('overlaps %s in the unit %s as %s', a.id, a.unit_id, a.role)
from occupancies a
join occupancies b on b.tenant_id = a.tenant_id and b.unit_id = a.unit_id and b.role = a.role and b.id > a.id
where (a.person_id = b.person_id or a.is_primary and b.is_primary)
    and daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')
