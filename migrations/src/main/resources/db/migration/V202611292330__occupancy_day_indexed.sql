-- Who is in a unit on a day, answered by the index alone. The one before left the planner a choice between two of the same
-- price, and the other, the exclusion constraint's, takes five times as long.
SET lock_timeout = '1s';
SET statement_timeout = '60s';

CREATE INDEX CONCURRENTLY occupancies_unit_day_idx ON occupancies (tenant_id, unit_id, starts_on, id) INCLUDE (ends_on);
