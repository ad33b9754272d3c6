-- Severity: ERROR
-- Kind: probes
-- Needs: bt_index_check(regclass)
-- Every B-tree is in the order that its operators say, by the extension amcheck.
select c.relname::text, i.indexrelid::regclass::text,
    format('select bt_index_check(%L::regclass)', i.indexrelid::regclass)
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_class x on x.oid = i.indexrelid
join pg_am m on m.oid = x.relam
where c.relnamespace = current_schema()::regnamespace and m.amname = 'btree' and i.indisvalid and i.indisready
order by 2
