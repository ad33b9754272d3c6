-- Severity: ERROR
-- Kind: rows
-- What is written for ever can't be changed: nobody but the owner may try, and triggers refuse it to everybody.
select null::uuid, c.relname::text, coalesce(r.rolname, 'PUBLIC')::text, 'may ' || g.privilege_type
from pg_class c
cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g
left join pg_roles r on r.oid = g.grantee
where c.relnamespace = current_schema()::regnamespace
    and c.relname in ('audit_entries', 'audit_seals', 'ledger_entries')
    and g.grantee <> c.relowner and g.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
union all
select null::uuid, k.name, 'refuse_change', 'no trigger refuses to delete and to truncate'
from (values ('audit_entries'), ('audit_seals'), ('ledger_entries'), ('charges'), ('payments'), ('allocations'),
    ('receipts')) k (name)
where not exists (
    select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
    where t.tgrelid = to_regclass(k.name) and f.proname = 'refuse_change' and t.tgenabled in ('O', 'A')
        -- Bits of tgtype: 8 delete, 32 truncate.
        and t.tgtype & 40 = 40)
