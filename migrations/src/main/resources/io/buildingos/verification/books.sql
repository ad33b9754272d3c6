-- What the books prove at one look, each table read once. Answers promises that hold, each a check's or a part of one, and
-- the rows that are yet to be asked for, if any. Whatever is not answered is to be asked row by row.
-- The named numbers are other primes of 31 bits each time.
with ledger as (
    select count(*) as entries,
        count(*) filter (where (charge_id is null) = (payment_id is null)) as faults,
        -- An entry leads from a position and balance to the next: only one whole series leads from 1 and 0 to the last.
        sum(uuid_hash_extended(unit_id, uuid_hash_extended(tenant_id, :seed # position) # (balance_minor - amount_minor)))
            as starts,
        sum(uuid_hash_extended(unit_id, uuid_hash_extended(tenant_id, :seed # (position + 1)) # balance_minor)) as ends,
        -- A charge or payment weighs what is said of it, each kind of saying times its own number. Weighed by the row's
        -- hash and summed up, what is said here and what is said there only come out the same if they are, row by row.
        sum(case
                when reverses_id is not null then amount_minor + :undone
                when payment_id is not null then amount_minor + :paid
                when kind = 'CHARGE_CORRECTED' then amount_minor
                else amount_minor + :charged end % :prime
            * (uuid_hash_extended(coalesce(charge_id, payment_id),
                uuid_hash_extended(unit_id, uuid_hash_extended(tenant_id, :seed))) & 2147483647)) as weight
    from ledger_entries
), accounts as (
    select count(*) filter (where t.id is null or b.id is null or u.building_id is distinct from a.building_id) as faults,
        sum(uuid_hash_extended(a.unit_id, uuid_hash_extended(a.tenant_id, :seed # 1) # 0)) as starts,
        sum(uuid_hash_extended(a.unit_id, uuid_hash_extended(a.tenant_id, :seed # (a.entries + 1)) # a.balance_minor))
            as ends
    from unit_accounts a
    left join tenants t on t.id = a.tenant_id
    left join buildings b on b.tenant_id = a.tenant_id and b.id = a.building_id
    left join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
), charged as (
    -- Who isn't at home in its account isn't counted here, and so is missed.
    select count(*) + count(canceled_at) as entries,
        count(*) filter (where allocated_minor > case when canceled_at is null then amount_minor else 0 end) as faults,
        sum(case
                when canceled_at is not null then :charged + :undone
                when type = 'CREDIT' then :charged - amount_minor + allocated_minor % :prime * :credit
                else :charged + amount_minor + allocated_minor % :prime * :debt end % :prime
            * (uuid_hash_extended(c.id, uuid_hash_extended(c.unit_id, uuid_hash_extended(c.tenant_id, :seed)))
                & 2147483647)) as weight
    from charges c
    join unit_accounts a on a.unit_id = c.unit_id and a.building_id = c.building_id and a.currency = c.currency
), paid as (
    select coalesce(sum(case status when 'APPROVED' then 1 when 'REVERSED' then 2 end), 0) as entries,
        count(*) filter (where (a.tenant_id = p.tenant_id and a.building_id = p.building_id and a.currency = p.currency
            and allocated_minor <= case status when 'APPROVED' then amount_minor else 0 end) is not true) as faults,
        sum(case status
                when 'APPROVED' then :paid - amount_minor + allocated_minor % :prime * :payment + :valid
                when 'REVERSED' then :paid + :undone + :annulled
                else 0 end % :prime
            * (uuid_hash_extended(p.id, uuid_hash_extended(p.unit_id, uuid_hash_extended(p.tenant_id, :seed)))
                & 2147483647)) as weight
    from payments p left join unit_accounts a on a.unit_id = p.unit_id
), allocated as (
    select count(released_at) as released,
        count(*) filter (where released_at is null
            and ((payment_id is null) = (credit_id is null) or (amount_minor > 0) is not true)) as faults,
        sum(amount_minor % :prime * :debt % :prime
                * (uuid_hash_extended(charge_id, uuid_hash_extended(unit_id, uuid_hash_extended(tenant_id, :seed)))
                    & 2147483647)
            + amount_minor % :prime * case when credit_id is null then :payment else :credit end % :prime
                * (uuid_hash_extended(coalesce(payment_id, credit_id),
                    uuid_hash_extended(unit_id, uuid_hash_extended(tenant_id, :seed))) & 2147483647))
            filter (where released_at is null) as weight
    from allocations
), receipted as (
    select
        sum(uuid_hash_extended(r.tenant_id, uuid_hash_extended(r.tenant_id, :seed # year) # number)) as starts,
        sum(uuid_hash_extended(r.tenant_id, uuid_hash_extended(r.tenant_id, :seed # year) # (number + 1))) as ends,
        sum(case when annulled_at is null then :valid else :annulled end % :prime
            * (uuid_hash_extended(payment_id, uuid_hash_extended(r.unit_id, uuid_hash_extended(r.tenant_id, :seed)))
                & 2147483647)) as weight
    from receipts r join unit_accounts a on a.unit_id = r.unit_id and a.building_id = r.building_id
), counted as (
    select count(*) filter (where (last_number > 0) is not true) as faults,
        sum(uuid_hash_extended(tenant_id, uuid_hash_extended(tenant_id, :seed # year) # 1)) as starts,
        sum(uuid_hash_extended(tenant_id, uuid_hash_extended(tenant_id, :seed # year) # (last_number + 1))) as ends
    from receipt_counters
), books as (
    select
        coalesce(l.starts, 0) + coalesce(a.ends, 0) = coalesce(l.ends, 0) + coalesce(a.starts, 0) and a.faults = 0
            as in_series,
        coalesce(r.starts, 0) + coalesce(n.ends, 0) = coalesce(r.ends, 0) + coalesce(n.starts, 0) and n.faults = 0
            as numbered,
        l.faults + c.faults + p.faults + o.faults = 0
            and (coalesce(l.weight, 0) + coalesce(o.weight, 0) + coalesce(r.weight, 0)
                - coalesce(c.weight, 0) - coalesce(p.weight, 0)) % :prime = 0 as balanced,
        case when l.entries > c.entries + p.entries then 'c.kind = ''CHARGE_CORRECTED''' end as corrections,
        case when o.released > 0 then 'c.released_at is not null' end as released
    from ledger l, accounts a, charged c, paid p, allocated o, receipted r, counted n
)
select promise, rest
from books cross join lateral (values
    (in_series, 'ledger-accounts', null),
    (in_series, 'ledger-order', null),
    (in_series, 'references ledger_entries_tenant_id_fkey', null),
    (in_series, 'references ledger_entries_unit_id_fkey', null),
    (numbered, 'receipt-numbers', null),
    (in_series and balanced, 'ledger-balances', null),
    (in_series and balanced, 'ledger-sources', null),
    (in_series and balanced, 'allocations-of-charges', null),
    (in_series and balanced, 'allocations-of-payments', null),
    (in_series and balanced, 'allocations-between', null),
    (in_series and balanced, 'receipts-of-payments', null),
    (in_series and balanced, 'units-at-home charges', null),
    (in_series and balanced, 'units-at-home payments', null),
    (in_series and balanced, 'units-at-home receipts', null),
    (in_series and balanced, 'references charges_account_fkey', null),
    (in_series and balanced, 'references charges_tenant_id_fkey', null),
    (in_series and balanced, 'references payments_account_fkey', null),
    (in_series and balanced, 'references payments_tenant_id_fkey', null),
    (in_series and balanced, 'references receipts_building_id_fkey', null),
    (in_series and balanced, 'references receipts_payment_id_fkey', null),
    (in_series and balanced, 'references receipts_tenant_id_fkey', null),
    (in_series and balanced, 'references ledger_entries_charge_id_fkey', corrections),
    (in_series and balanced, 'references ledger_entries_payment_id_fkey', corrections),
    (in_series and balanced, 'references allocations_charge_id_fkey', released),
    (in_series and balanced, 'references allocations_credit_id_fkey', released),
    (in_series and balanced, 'references allocations_payment_id_fkey', released),
    (in_series and balanced, 'references allocations_tenant_id_fkey', released)
) proof (holds, promise, rest)
where holds
