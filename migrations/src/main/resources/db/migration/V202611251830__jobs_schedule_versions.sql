-- How often a schedule was changed: what a client says it read, so that of two changes at once one is refused. The times of
-- its runs aren't counted.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE job_schedules ADD COLUMN version bigint NOT NULL DEFAULT 0;
