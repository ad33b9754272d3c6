-- What is announced, to whom, and who has read it.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE announcements (
    id uuid CONSTRAINT announcements_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT announcements_tenant_id_fkey REFERENCES tenants,
    title text NOT NULL CONSTRAINT announcements_title_check CHECK (length(title) BETWEEN 1 AND 255),
    body text NOT NULL CONSTRAINT announcements_body_check CHECK (length(body) BETWEEN 1 AND 10000),
    by_email boolean NOT NULL,
    status text NOT NULL CONSTRAINT announcements_status_check CHECK (status IN ('DRAFT', 'SCHEDULED', 'SENT')),
    send_at timestamptz,
    sent_at timestamptz,
    created_by uuid NOT NULL CONSTRAINT announcements_created_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    CONSTRAINT announcements_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT announcements_send_at_check CHECK (status <> 'SCHEDULED' OR send_at IS NOT NULL),
    CONSTRAINT announcements_sent_at_check CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX announcements_created_at_idx ON announcements (tenant_id, created_at, id);
CREATE INDEX announcements_created_by_idx ON announcements (created_by);
-- What is due, across tenants.
CREATE INDEX announcements_send_at_idx ON announcements (send_at) WHERE status = 'SCHEDULED';

ALTER TABLE announcements ENABLE ROW LEVEL SECURITY;
ALTER TABLE announcements FORCE ROW LEVEL SECURITY;
CREATE POLICY announcements_tenant_policy ON announcements
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE announcement_targets (
    id uuid CONSTRAINT announcement_targets_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT announcement_targets_tenant_id_fkey REFERENCES tenants,
    announcement_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT announcement_targets_kind_check
        CHECK (kind IN ('TENANT', 'BUILDING', 'UNIT', 'ROLE')),
    -- That of the unit, where there is one.
    building_id uuid,
    unit_id uuid,
    role text CONSTRAINT announcement_targets_role_check
        CHECK (role IN ('TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR', 'RESIDENT')),
    CONSTRAINT announcement_targets_shape_check CHECK (
        (building_id IS NOT NULL) = (kind IN ('BUILDING', 'UNIT'))
        AND (unit_id IS NOT NULL) = (kind = 'UNIT')
        AND (role IS NOT NULL) = (kind = 'ROLE')),
    CONSTRAINT announcement_targets_announcement_id_fkey FOREIGN KEY (tenant_id, announcement_id)
        REFERENCES announcements (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT announcement_targets_building_id_fkey FOREIGN KEY (tenant_id, building_id)
        REFERENCES buildings (tenant_id, id),
    CONSTRAINT announcement_targets_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units (tenant_id, id)
);
CREATE INDEX announcement_targets_announcement_id_idx ON announcement_targets (tenant_id, announcement_id);
CREATE INDEX announcement_targets_building_id_idx ON announcement_targets (tenant_id, building_id);
CREATE INDEX announcement_targets_unit_id_idx ON announcement_targets (tenant_id, unit_id);

ALTER TABLE announcement_targets ENABLE ROW LEVEL SECURITY;
ALTER TABLE announcement_targets FORCE ROW LEVEL SECURITY;
CREATE POLICY announcement_targets_tenant_policy ON announcement_targets
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- Whom it was sent to, frozen at that moment: a member, or a person of the directory without an account.
CREATE TABLE announcement_receipts (
    id uuid CONSTRAINT announcement_receipts_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT announcement_receipts_tenant_id_fkey REFERENCES tenants,
    announcement_id uuid NOT NULL,
    user_id uuid CONSTRAINT announcement_receipts_user_id_fkey REFERENCES users,
    person_id uuid,
    email text,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT announcement_receipts_recipient_check CHECK (user_id IS NOT NULL OR person_id IS NOT NULL),
    CONSTRAINT announcement_receipts_announcement_id_fkey FOREIGN KEY (tenant_id, announcement_id)
        REFERENCES announcements (tenant_id, id),
    CONSTRAINT announcement_receipts_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id)
);
CREATE UNIQUE INDEX announcement_receipts_user_id_key ON announcement_receipts (tenant_id, announcement_id, user_id);
CREATE UNIQUE INDEX announcement_receipts_person_id_key
    ON announcement_receipts (tenant_id, announcement_id, person_id);
CREATE INDEX announcement_receipts_announcement_id_idx
    ON announcement_receipts (tenant_id, announcement_id, created_at, id);
CREATE INDEX announcement_receipts_user_id_idx ON announcement_receipts (user_id, announcement_id);
CREATE INDEX announcement_receipts_person_id_idx ON announcement_receipts (tenant_id, person_id);

ALTER TABLE announcement_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE announcement_receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY announcement_receipts_tenant_policy ON announcement_receipts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
