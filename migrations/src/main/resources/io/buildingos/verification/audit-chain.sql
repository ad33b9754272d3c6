-- Severity: ERROR
-- Kind: rows
-- Every audit entry is sealed or waits for it; each seal covers its entry and the seal before, up to the chain's end.
-- The sealed form is described at SealedForm: control characters have capital hexadecimal digits in it, small ones here.
with links as (
    select s.chain_id, s.tenant_id, s.position, s.hash, s.entry_id, e.id is null as missing,
        lag(s.position, 1, 0::bigint) over chain as before_position,
        lag(s.hash, 1, decode(repeat('00', 32), 'hex')) over chain as before_hash,
        '[' || concat_ws(',',
            coalesce(to_json(e.id::text)::text, 'null'), coalesce(to_json(e.tenant_id::text)::text, 'null'),
            coalesce(to_json((extract(epoch from e.occurred_at) * 1000000)::bigint::text)::text, 'null'),
            coalesce(to_json(e.actor_id::text)::text, 'null'), coalesce(to_json(e.actor_name)::text, 'null'),
            coalesce(to_json(e.impersonator_id::text)::text, 'null'), coalesce(to_json(e.action)::text, 'null'),
            coalesce(to_json(e.entity)::text, 'null'), coalesce(to_json(e.entity_id::text)::text, 'null'),
            coalesce(to_json(e.changes::text)::text, 'null'), coalesce(to_json(e.request_id)::text, 'null'),
            coalesce(to_json(e.address)::text, 'null')) || ']' as form
    from audit_seals s left join audit_entries e on e.id = s.entry_id
    window chain as (partition by s.chain_id order by s.position)
), written as (
    select links.*, case when form like '%\\u00%' then
        -- A doubled backslash is set aside, so that no text is taken for an escape.
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            replace(form, '\\', chr(1)),
            '\u000b', '\u000B'), '\u000e', '\u000E'), '\u000f', '\u000F'), '\u001a', '\u001A'), '\u001b', '\u001B'),
            '\u001c', '\u001C'), '\u001d', '\u001D'), '\u001e', '\u001E'), '\u001f', '\u001F'),
            chr(1), '\\')
        else form end as sealed_form
    from links
)
select tenant_id, 'audit_seals', chain_id || ',' || before_position + 1, 'the seal is missing'
from written where position <> before_position + 1
union all
select tenant_id, 'audit_entries', entry_id::text, format('the entry of the seal %s is missing', position)
from written where missing
union all
select tenant_id, 'audit_entries', entry_id::text, format('it is not what the seal %s covers', position)
from written
where position = before_position + 1 and not missing
    and hash <> sha256(before_hash || uuid_send(chain_id) || int8send(position) || convert_to(sealed_form, 'UTF8'))
union all
select c.tenant_id, 'audit_chains', c.chain_id::text,
    format('it ends at %s, its seals at %s', c.position, coalesce(s.position, 0))
from audit_chains c
left join lateral (
    select position, hash from audit_seals s where s.chain_id = c.chain_id order by position desc limit 1
) s on true
where c.position is distinct from s.position or c.hash is distinct from s.hash
union all
select s.tenant_id, 'audit_chains', s.chain_id::text, 'the chain has seals and no end'
from (select distinct chain_id, tenant_id from audit_seals) s
where not exists (select from audit_chains c where c.chain_id = s.chain_id)
union all
select e.tenant_id, 'audit_entries', e.id::text, 'it was never sealed and does not wait for it'
from audit_entries e
where not exists (select from audit_seals s where s.entry_id = e.id)
    and not exists (select from audit_unsealed w where w.entry_id = e.id)
