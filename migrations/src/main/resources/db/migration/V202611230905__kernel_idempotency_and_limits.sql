-- What makes a repeated POST harmless, and abuse slow on all nodes together.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- scope: tenant and user, or the address of nobody in particular; the answer is stored for 24 hours.
CREATE TABLE idempotency_keys (
    scope text NOT NULL,
    key text NOT NULL CONSTRAINT idempotency_keys_key_check CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea NOT NULL,
    status integer,
    headers jsonb,
    body bytea,
    created_at timestamptz NOT NULL,
    completed_at timestamptz,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);

CREATE TABLE rate_limit_buckets (
    id text CONSTRAINT rate_limit_buckets_pkey PRIMARY KEY,
    state bytea,
    expires_at bigint
);
CREATE INDEX rate_limit_buckets_expires_at_idx ON rate_limit_buckets (expires_at);
