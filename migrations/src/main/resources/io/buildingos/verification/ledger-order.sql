-- Severity: ERROR
-- Kind: rows
-- A unit's entries are a series without gaps, each with the balance before plus its own amount.
select tenant_id, 'ledger_entries', id::text,
    format('position %s after %s, balance %s after %s with %s',
        position, before_position, balance_minor, before_balance, amount_minor)
from (
    select tenant_id, id, position, amount_minor, balance_minor,
        lag(position, 1, 0::bigint) over series as before_position,
        lag(balance_minor, 1, 0::bigint) over series as before_balance
    from ledger_entries window series as (partition by tenant_id, unit_id order by position)
) e
where position <> before_position + 1 or balance_minor <> before_balance + amount_minor
