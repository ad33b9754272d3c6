-- What is asked for, reported and complained about, what was said on it and what became of it.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- What people type into a search box: words, "phrases", or, -without; an asterisk at the end finds beginnings.
CREATE FUNCTION search_query(language regconfig, words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN words LIKE '%*' AND websearch_to_tsquery(language, words)::text LIKE '%'''
            THEN (websearch_to_tsquery(language, words)::text || ':*')::tsquery
        ELSE websearch_to_tsquery(language, words)
    END
$$;

CREATE TABLE tickets (
    id uuid CONSTRAINT tickets_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT tickets_tenant_id_fkey REFERENCES tenants,
    -- What people call it by: counted up in the tenant, without gaps.
    number bigint NOT NULL,
    building_id uuid NOT NULL,
    unit_id uuid,
    title text NOT NULL CONSTRAINT tickets_title_check CHECK (length(title) BETWEEN 3 AND 255),
    description text NOT NULL CONSTRAINT tickets_description_check CHECK (length(description) BETWEEN 5 AND 5000),
    category text NOT NULL CONSTRAINT tickets_category_check
        CHECK (category IN ('MAINTENANCE', 'REPAIR', 'CLEANING', 'COMPLAINT', 'SAFETY', 'BILLING', 'OTHER')),
    priority text NOT NULL CONSTRAINT tickets_priority_check CHECK (priority IN ('LOW', 'MEDIUM', 'HIGH', 'URGENT')),
    priority_rank integer NOT NULL GENERATED ALWAYS AS (
        CASE priority WHEN 'LOW' THEN 0 WHEN 'MEDIUM' THEN 1 WHEN 'HIGH' THEN 2 ELSE 3 END) STORED,
    status text NOT NULL CONSTRAINT tickets_status_check
        CHECK (status IN ('OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED')),
    created_by uuid NOT NULL CONSTRAINT tickets_created_by_fkey REFERENCES users,
    assignee_id uuid,
    escalated_at timestamptz,
    first_answered_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- The tenant's, when the ticket was written: its words are stemmed by it for ever.
    language text NOT NULL CONSTRAINT tickets_language_check CHECK (language IN ('english', 'spanish', 'simple')),
    search tsvector NOT NULL GENERATED ALWAYS AS (
        CASE language
            WHEN 'spanish' THEN setweight(to_tsvector('spanish', title), 'A') || to_tsvector('spanish', description)
            WHEN 'english' THEN setweight(to_tsvector('english', title), 'A') || to_tsvector('english', description)
            ELSE setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', description)
        END) STORED,
    CONSTRAINT tickets_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT tickets_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id),
    CONSTRAINT tickets_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units (tenant_id, id),
    -- Whoever leaves the tenant leaves the tickets behind, for somebody else.
    CONSTRAINT tickets_assignee_id_fkey FOREIGN KEY (tenant_id, assignee_id)
        REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (assignee_id),
    CONSTRAINT tickets_escalated_at_check CHECK (escalated_at IS NULL OR assignee_id IS NULL)
);
CREATE UNIQUE INDEX tickets_number_key ON tickets (tenant_id, number);
CREATE INDEX tickets_created_at_idx ON tickets (tenant_id, created_at, id);
CREATE INDEX tickets_updated_at_idx ON tickets (tenant_id, updated_at, id);
CREATE INDEX tickets_priority_rank_idx ON tickets (tenant_id, priority_rank, id);
CREATE INDEX tickets_status_idx ON tickets (tenant_id, status, created_at, id);
CREATE INDEX tickets_building_id_idx ON tickets (tenant_id, building_id, created_at, id);
CREATE INDEX tickets_unit_id_idx ON tickets (tenant_id, unit_id, created_at, id);
CREATE INDEX tickets_assignee_id_idx ON tickets (tenant_id, assignee_id, created_at, id);
CREATE INDEX tickets_created_by_idx ON tickets (created_by, created_at, id);
-- What the escalation looks for, across tenants: few at any time.
CREATE INDEX tickets_escalation_idx ON tickets (created_at)
    WHERE assignee_id IS NULL AND escalated_at IS NULL AND priority IN ('HIGH', 'URGENT')
        AND status IN ('OPEN', 'IN_PROGRESS');

ALTER TABLE tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE tickets FORCE ROW LEVEL SECURITY;
CREATE POLICY tickets_tenant_policy ON tickets
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- The last number given out; its row is what opening a ticket locks.
CREATE TABLE ticket_numbers (
    tenant_id uuid CONSTRAINT ticket_numbers_pkey PRIMARY KEY
        CONSTRAINT ticket_numbers_tenant_id_fkey REFERENCES tenants,
    last_number bigint NOT NULL
);

ALTER TABLE ticket_numbers ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_numbers FORCE ROW LEVEL SECURITY;
CREATE POLICY ticket_numbers_tenant_policy ON ticket_numbers
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE ticket_comments (
    id uuid CONSTRAINT ticket_comments_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT ticket_comments_tenant_id_fkey REFERENCES tenants,
    ticket_id uuid NOT NULL,
    author_id uuid NOT NULL CONSTRAINT ticket_comments_author_id_fkey REFERENCES users,
    visibility text NOT NULL CONSTRAINT ticket_comments_visibility_check CHECK (visibility IN ('PUBLIC', 'INTERNAL')),
    body text NOT NULL CONSTRAINT ticket_comments_body_check CHECK (length(body) BETWEEN 1 AND 5000),
    created_at timestamptz NOT NULL,
    CONSTRAINT ticket_comments_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id)
);
CREATE INDEX ticket_comments_ticket_id_idx ON ticket_comments (tenant_id, ticket_id, created_at, id);
CREATE INDEX ticket_comments_author_id_idx ON ticket_comments (author_id);

ALTER TABLE ticket_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_comments FORCE ROW LEVEL SECURITY;
CREATE POLICY ticket_comments_tenant_policy ON ticket_comments
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- What became of a ticket, step by step. actor_id NULL: the product itself.
CREATE TABLE ticket_events (
    id uuid CONSTRAINT ticket_events_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT ticket_events_tenant_id_fkey REFERENCES tenants,
    ticket_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    actor_id uuid CONSTRAINT ticket_events_actor_id_fkey REFERENCES users,
    kind text NOT NULL CONSTRAINT ticket_events_kind_check
        CHECK (kind IN ('OPENED', 'STATUS', 'ASSIGNEE', 'PRIORITY', 'DETAILS', 'ESCALATED')),
    from_value text,
    to_value text,
    reason text CONSTRAINT ticket_events_reason_check CHECK (length(reason) <= 1000),
    CONSTRAINT ticket_events_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id)
);
CREATE INDEX ticket_events_ticket_id_idx ON ticket_events (tenant_id, ticket_id, occurred_at, id);
CREATE INDEX ticket_events_actor_id_idx ON ticket_events (actor_id);

ALTER TABLE ticket_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_events FORCE ROW LEVEL SECURITY;
CREATE POLICY ticket_events_tenant_policy ON ticket_events
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
