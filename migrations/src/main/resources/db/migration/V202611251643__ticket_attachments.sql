-- The documents that belong to a ticket.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE ticket_attachments (
    id uuid CONSTRAINT ticket_attachments_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT ticket_attachments_tenant_id_fkey REFERENCES tenants,
    ticket_id uuid NOT NULL,
    document_id uuid NOT NULL,
    attached_by uuid NOT NULL CONSTRAINT ticket_attachments_attached_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    CONSTRAINT ticket_attachments_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id),
    CONSTRAINT ticket_attachments_document_id_fkey FOREIGN KEY (tenant_id, document_id)
        REFERENCES documents (tenant_id, id)
);
CREATE UNIQUE INDEX ticket_attachments_document_id_key ON ticket_attachments (tenant_id, ticket_id, document_id);
CREATE INDEX ticket_attachments_document_id_idx ON ticket_attachments (tenant_id, document_id);
CREATE INDEX ticket_attachments_attached_by_idx ON ticket_attachments (attached_by);

ALTER TABLE ticket_attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY ticket_attachments_tenant_policy ON ticket_attachments
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
