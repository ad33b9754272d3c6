-- Severity: ERROR
-- Kind: rows
-- Every index is complete: one whose making was interrupted answers nothing and still costs.
select null::uuid, i.indrelid::regclass::text, i.indexrelid::regclass::text, 'is invalid or not ready'
from pg_index i join pg_class c on c.oid = i.indrelid
where c.relnamespace = current_schema()::regnamespace and not (i.indisvalid and i.indisready)
