-- Severity: ERROR
-- Kind: rows
-- No trigger is switched off, neither ours nor those that hold references.
select null::uuid, t.tgrelid::regclass::text, t.tgname::text, 'is switched off'
from pg_trigger t join pg_class c on c.oid = t.tgrelid
where c.relnamespace = current_schema()::regnamespace and t.tgenabled not in ('O', 'A')
