-- The one by day has all of it.
SET lock_timeout = '1s';
SET statement_timeout = '60s';

DROP INDEX CONCURRENTLY occupancies_unit_id_idx;
