-- How many are open in each building: of years of tickets they are few.
SET lock_timeout = '1s';
SET statement_timeout = '60s';

CREATE INDEX CONCURRENTLY tickets_open_building_idx ON tickets (tenant_id, building_id)
    WHERE status IN ('OPEN', 'IN_PROGRESS');
