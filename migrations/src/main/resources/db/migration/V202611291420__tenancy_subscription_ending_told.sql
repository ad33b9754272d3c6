-- When the company was told that its trial ends soon; once.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE subscriptions ADD COLUMN ending_told_at timestamptz;
