-- The evidence of restore drills: what was restored, how long it took, what was found, who asked.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE backup_drills (
    id uuid CONSTRAINT backup_drills_pkey PRIMARY KEY,
    backup text NOT NULL,
    taken_at timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    duration_millis bigint NOT NULL,
    objective_millis bigint NOT NULL,
    target text NOT NULL,
    tables integer NOT NULL,
    row_count bigint NOT NULL,
    checks text[] NOT NULL,
    passed boolean NOT NULL,
    findings text[] NOT NULL,
    drilled_by text NOT NULL
);
CREATE INDEX backup_drills_backup_idx ON backup_drills (backup, started_at);
