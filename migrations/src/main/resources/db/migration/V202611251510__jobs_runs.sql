-- What JBeret's own tables don't keep about an execution: who launched it, where it runs, how far it is, what it said.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- Every running server, by its name; a new process under the same name is another incarnation.
CREATE TABLE job_nodes (
    node text CONSTRAINT job_nodes_pkey PRIMARY KEY,
    incarnation uuid NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL
);

-- One row an execution, written before it: of two launches of a job that must not overlap, the second breaks the index.
CREATE TABLE job_runs (
    id uuid CONSTRAINT job_runs_pkey PRIMARY KEY,
    job text NOT NULL,
    execution_id bigint
        CONSTRAINT job_runs_execution_id_key UNIQUE
        CONSTRAINT job_runs_execution_id_fkey REFERENCES job_execution ON DELETE CASCADE,
    door text NOT NULL CONSTRAINT job_runs_door_check CHECK (door IN ('API', 'SCHEDULE', 'SERVER')),
    launched_by text NOT NULL,
    user_id uuid,
    request_id text,
    node text NOT NULL,
    incarnation uuid NOT NULL,
    exclusive boolean NOT NULL,
    parameters jsonb NOT NULL,
    due_at timestamptz,
    created_at timestamptz NOT NULL,
    stop_requested_at timestamptz,
    ended_at timestamptz,
    error text
);
CREATE UNIQUE INDEX job_runs_job_running_key ON job_runs (job) WHERE exclusive AND ended_at IS NULL;
CREATE UNIQUE INDEX job_runs_due_at_key ON job_runs (job, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX job_runs_running_idx ON job_runs (node) WHERE ended_at IS NULL;
CREATE INDEX job_runs_launched_by_idx ON job_runs (launched_by, execution_id);
CREATE INDEX job_runs_parameters_idx ON job_runs USING gin (parameters);

-- part: the partition; -1 of a step that has none; -2 what a step was announced to be before it began.
CREATE TABLE job_progress (
    execution_id bigint CONSTRAINT job_progress_execution_id_fkey REFERENCES job_execution ON DELETE CASCADE,
    step text NOT NULL,
    part integer NOT NULL,
    done bigint NOT NULL,
    done_before bigint NOT NULL,
    total bigint,
    CONSTRAINT job_progress_pkey PRIMARY KEY (execution_id, step, part)
);

CREATE TABLE job_log_lines (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_log_lines_pkey PRIMARY KEY,
    execution_id bigint NOT NULL
        CONSTRAINT job_log_lines_execution_id_fkey REFERENCES job_execution ON DELETE CASCADE,
    at timestamptz NOT NULL,
    level text NOT NULL CONSTRAINT job_log_lines_level_check CHECK (level IN ('INFO', 'WARN', 'ERROR')),
    step text,
    text text NOT NULL
);
CREATE INDEX job_log_lines_execution_id_idx ON job_log_lines (execution_id, id);

-- When a job starts by itself; next_at is null while it doesn't.
CREATE TABLE job_schedules (
    job text CONSTRAINT job_schedules_pkey PRIMARY KEY,
    cron text NOT NULL,
    zone text NOT NULL,
    enabled boolean NOT NULL,
    next_at timestamptz,
    last_at timestamptz,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT job_schedules_next_at_check CHECK (enabled = (next_at IS NOT NULL))
);
CREATE INDEX job_schedules_next_at_idx ON job_schedules (next_at) WHERE next_at IS NOT NULL;
