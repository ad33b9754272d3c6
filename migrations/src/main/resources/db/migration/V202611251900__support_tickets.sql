-- What tenants ask the platform, and what was said about it.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE support_tickets (
    id uuid CONSTRAINT support_tickets_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT support_tickets_tenant_id_fkey REFERENCES tenants,
    title text NOT NULL CONSTRAINT support_tickets_title_check CHECK (length(title) BETWEEN 1 AND 255),
    category text NOT NULL CONSTRAINT support_tickets_category_check
        CHECK (category IN ('QUESTION', 'PROBLEM', 'BILLING', 'OTHER')),
    -- Who is to speak next: the platform (OPEN), the tenant (ANSWERED), nobody (CLOSED).
    status text NOT NULL CONSTRAINT support_tickets_status_check CHECK (status IN ('OPEN', 'ANSWERED', 'CLOSED')),
    opened_by uuid NOT NULL CONSTRAINT support_tickets_opened_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT support_tickets_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT support_tickets_closed_at_check CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX support_tickets_updated_at_idx ON support_tickets (tenant_id, updated_at, id);
CREATE INDEX support_tickets_created_at_idx ON support_tickets (tenant_id, created_at, id);
-- The platform's queue, across tenants.
CREATE INDEX support_tickets_status_idx ON support_tickets (status, updated_at, id);
CREATE INDEX support_tickets_queue_idx ON support_tickets (updated_at, id);
CREATE INDEX support_tickets_opened_by_idx ON support_tickets (opened_by);

ALTER TABLE support_tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_tickets FORCE ROW LEVEL SECURITY;
CREATE POLICY support_tickets_tenant_policy ON support_tickets
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE support_messages (
    id uuid CONSTRAINT support_messages_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT support_messages_tenant_id_fkey REFERENCES tenants,
    ticket_id uuid NOT NULL,
    author_id uuid NOT NULL CONSTRAINT support_messages_author_id_fkey REFERENCES users,
    from_platform boolean NOT NULL,
    body text NOT NULL CONSTRAINT support_messages_body_check CHECK (length(body) BETWEEN 1 AND 5000),
    created_at timestamptz NOT NULL,
    CONSTRAINT support_messages_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id)
        REFERENCES support_tickets (tenant_id, id)
);
CREATE INDEX support_messages_ticket_id_idx ON support_messages (tenant_id, ticket_id, created_at, id);
CREATE INDEX support_messages_author_id_idx ON support_messages (author_id);

ALTER TABLE support_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY support_messages_tenant_policy ON support_messages
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
