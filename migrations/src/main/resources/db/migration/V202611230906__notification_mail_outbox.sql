-- Mail leaves through here: written with the change it tells of, delivered afterwards, at least once.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE mail_outbox (
    id uuid CONSTRAINT mail_outbox_pkey PRIMARY KEY,
    tenant_id uuid CONSTRAINT mail_outbox_tenant_id_fkey REFERENCES tenants,
    recipient text NOT NULL,
    template text NOT NULL,
    locale text NOT NULL,
    -- What the template says; may hold a single-use token, so it is emptied once delivered.
    model jsonb NOT NULL,
    status text NOT NULL CONSTRAINT mail_outbox_status_check CHECK (status IN ('PENDING', 'SENT', 'DEAD')),
    attempts integer NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    last_error text,
    created_at timestamptz NOT NULL,
    sent_at timestamptz
);
CREATE INDEX mail_outbox_next_attempt_at_idx ON mail_outbox (next_attempt_at) WHERE status = 'PENDING';
CREATE INDEX mail_outbox_tenant_id_idx ON mail_outbox (tenant_id);

ALTER TABLE mail_outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_outbox_tenant_policy ON mail_outbox
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
