-- What is overdue, in the order of the list: among years of charges that are paid it is few.
SET lock_timeout = '1s';
SET statement_timeout = '60s';

CREATE INDEX CONCURRENTLY charges_open_due_on_idx ON charges (tenant_id, due_on, id)
    WHERE canceled_at IS NULL AND allocated_minor < amount_minor;
