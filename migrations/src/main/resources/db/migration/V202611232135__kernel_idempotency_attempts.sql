-- A key's row says which attempt holds it, and whether that attempt's work has been committed.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE idempotency_keys ADD COLUMN attempt uuid;
ALTER TABLE idempotency_keys ADD COLUMN done_at timestamptz;
