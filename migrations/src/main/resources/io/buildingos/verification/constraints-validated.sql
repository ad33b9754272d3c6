-- Severity: WARNING
-- Kind: rows
-- Every constraint was checked on the rows that were there before it.
select null::uuid, conrelid::regclass::text, conname::text, pg_get_constraintdef(oid)
from pg_constraint
where connamespace = current_schema()::regnamespace and not convalidated
