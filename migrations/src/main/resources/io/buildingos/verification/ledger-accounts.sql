-- Severity: ERROR
-- Kind: rows
-- A unit's balance is the sum of its ledger's entries, and counts them all.
select a.tenant_id, 'unit_accounts', a.unit_id::text,
    format('balance %s of %s entries; the ledger has %s of %s',
        a.balance_minor, a.entries, coalesce(e.minor, 0), coalesce(e.entries, 0))
from unit_accounts a
left join (
    select tenant_id, unit_id, sum(amount_minor) as minor, count(*) as entries
    from ledger_entries group by tenant_id, unit_id
) e on e.tenant_id = a.tenant_id and e.unit_id = a.unit_id
where a.balance_minor <> coalesce(e.minor, 0) or a.entries <> coalesce(e.entries, 0)
