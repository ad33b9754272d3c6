-- The feed of each user, what they want to hear of, and what became of each mail.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE notifications (
    id uuid CONSTRAINT notifications_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT notifications_tenant_id_fkey REFERENCES tenants,
    user_id uuid NOT NULL CONSTRAINT notifications_user_id_fkey REFERENCES users,
    type text NOT NULL,
    -- What it is about: a link for the page, never a reference that would keep the thing from going.
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    title text NOT NULL CONSTRAINT notifications_title_check CHECK (length(title) <= 300),
    body text NOT NULL CONSTRAINT notifications_body_check CHECK (length(body) <= 6000),
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT notifications_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE INDEX notifications_user_id_idx ON notifications (tenant_id, user_id, created_at, id);
CREATE INDEX notifications_unread_idx ON notifications (tenant_id, user_id) WHERE read_at IS NULL;
CREATE INDEX notifications_user_id_fkey_idx ON notifications (user_id);

ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
CREATE POLICY notifications_tenant_policy ON notifications
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- A type without a row is wanted both ways.
CREATE TABLE notification_preferences (
    id uuid CONSTRAINT notification_preferences_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT notification_preferences_tenant_id_fkey REFERENCES tenants,
    user_id uuid NOT NULL CONSTRAINT notification_preferences_user_id_fkey REFERENCES users,
    type text NOT NULL,
    in_app boolean NOT NULL,
    email boolean NOT NULL,
    CONSTRAINT notification_preferences_type_key UNIQUE (tenant_id, user_id, type)
);
CREATE INDEX notification_preferences_user_id_idx ON notification_preferences (user_id);

ALTER TABLE notification_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_preferences FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_preferences_tenant_policy ON notification_preferences
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- A mail may end in two more ways: nobody is there (BOUNCED), or it isn't even tried because nobody was (SUPPRESSED).
ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_status_check;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_status_check
    CHECK (status IN ('PENDING', 'SENT', 'DEAD', 'BOUNCED', 'SUPPRESSED')) NOT VALID;

CREATE TABLE mail_attachments (
    id uuid CONSTRAINT mail_attachments_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT mail_attachments_tenant_id_fkey REFERENCES tenants,
    mail_id uuid NOT NULL CONSTRAINT mail_attachments_mail_id_fkey REFERENCES mail_outbox,
    document_id uuid NOT NULL,
    CONSTRAINT mail_attachments_document_id_fkey FOREIGN KEY (tenant_id, document_id)
        REFERENCES documents (tenant_id, id)
);
CREATE INDEX mail_attachments_mail_id_idx ON mail_attachments (mail_id);
CREATE INDEX mail_attachments_document_id_idx ON mail_attachments (tenant_id, document_id);

ALTER TABLE mail_attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_attachments_tenant_policy ON mail_attachments
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- The delivery log: what each try came to. Of the platform, like the mail server.
CREATE TABLE mail_attempts (
    id uuid CONSTRAINT mail_attempts_pkey PRIMARY KEY,
    mail_id uuid NOT NULL CONSTRAINT mail_attempts_mail_id_fkey REFERENCES mail_outbox,
    at timestamptz NOT NULL,
    outcome text NOT NULL CONSTRAINT mail_attempts_outcome_check
        CHECK (outcome IN ('SENT', 'FAILED', 'REFUSED', 'SUPPRESSED', 'BOUNCED', 'RETRIED')),
    -- What the provider calls the mail; its reports name it so.
    provider_id text,
    detail text
);
CREATE INDEX mail_attempts_mail_id_idx ON mail_attempts (mail_id, at);
CREATE INDEX mail_attempts_provider_id_idx ON mail_attempts (provider_id) WHERE provider_id IS NOT NULL;

-- Addresses that get no more mail, in lower case.
CREATE TABLE mail_suppressions (
    id uuid CONSTRAINT mail_suppressions_pkey PRIMARY KEY,
    address text NOT NULL CONSTRAINT mail_suppressions_address_key UNIQUE,
    reason text NOT NULL CONSTRAINT mail_suppressions_reason_check CHECK (reason IN ('BOUNCE', 'COMPLAINT', 'MANUAL')),
    detail text,
    created_at timestamptz NOT NULL
);
