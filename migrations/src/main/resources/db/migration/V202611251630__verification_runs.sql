-- What verifications asked of the data and what they found: the platform's, whichever tenant's rows it names.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- job_instance: that of the job, so that a restarted one goes on in the same run; NULL from the command line.
CREATE TABLE verification_runs (
    id uuid CONSTRAINT verification_runs_pkey PRIMARY KEY,
    job_instance bigint CONSTRAINT verification_runs_job_instance_key UNIQUE,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    status text NOT NULL CONSTRAINT verification_runs_status_check CHECK (status IN ('RUNNING', 'CLEAN', 'FINDINGS')),
    checks integer NOT NULL,
    CONSTRAINT verification_runs_ended_at_check CHECK ((status = 'RUNNING') = (ended_at IS NULL))
);
CREATE INDEX verification_runs_started_at_idx ON verification_runs (started_at, id);

-- findings counts all, of which the first are kept.
CREATE TABLE verification_results (
    run_id uuid NOT NULL CONSTRAINT verification_results_run_id_fkey REFERENCES verification_runs ON DELETE CASCADE,
    position bigint NOT NULL,
    check_name text NOT NULL,
    severity text NOT NULL CONSTRAINT verification_results_severity_check CHECK (severity IN ('WARNING', 'ERROR')),
    outcome text NOT NULL CONSTRAINT verification_results_outcome_check
        CHECK (outcome IN ('CLEAN', 'FINDINGS', 'SKIPPED')),
    reason text,
    findings bigint NOT NULL,
    took_millis bigint NOT NULL,
    CONSTRAINT verification_results_pkey PRIMARY KEY (run_id, position),
    -- Nothing is left out without a word.
    CONSTRAINT verification_results_reason_check CHECK ((outcome = 'SKIPPED') = (reason IS NOT NULL))
);

-- tenant: no reference, for it may be what is wrong.
CREATE TABLE verification_findings (
    id uuid CONSTRAINT verification_findings_pkey PRIMARY KEY,
    run_id uuid NOT NULL,
    position bigint NOT NULL,
    number integer NOT NULL,
    tenant uuid,
    table_name text NOT NULL,
    row_key text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT verification_findings_result_fkey FOREIGN KEY (run_id, position)
        REFERENCES verification_results (run_id, position) ON DELETE CASCADE,
    CONSTRAINT verification_findings_number_key UNIQUE (run_id, position, number)
);
