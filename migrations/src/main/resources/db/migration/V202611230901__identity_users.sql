-- Who may log in, as whom in which tenant, and the sessions they hold.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- Users are the platform's, not a tenant's: one person may work for several companies.
CREATE TABLE users (
    id uuid CONSTRAINT users_pkey PRIMARY KEY,
    version bigint NOT NULL,
    email text NOT NULL CONSTRAINT users_email_check CHECK (email = lower(email) AND length(email) <= 254),
    name text NOT NULL CONSTRAINT users_name_check CHECK (length(name) BETWEEN 1 AND 120),
    locale text,
    password_hash text,
    email_verified_at timestamptz,
    disabled_at timestamptz,
    super_admin boolean NOT NULL,
    totp_secret text,
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    failed_logins integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE INDEX users_created_at_idx ON users (created_at, id);

CREATE TABLE recovery_codes (
    id uuid CONSTRAINT recovery_codes_pkey PRIMARY KEY,
    user_id uuid NOT NULL CONSTRAINT recovery_codes_user_id_fkey REFERENCES users,
    code_hash text NOT NULL,
    used_at timestamptz
);
CREATE INDEX recovery_codes_user_id_idx ON recovery_codes (user_id);

CREATE TABLE memberships (
    id uuid CONSTRAINT memberships_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT memberships_tenant_id_fkey REFERENCES tenants,
    user_id uuid NOT NULL CONSTRAINT memberships_user_id_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    CONSTRAINT memberships_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE UNIQUE INDEX memberships_user_id_key ON memberships (tenant_id, user_id);
CREATE INDEX memberships_user_id_idx ON memberships (user_id);
CREATE INDEX memberships_created_at_idx ON memberships (tenant_id, created_at, id);

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY memberships_tenant_policy ON memberships
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE membership_roles (
    id uuid CONSTRAINT membership_roles_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    role text NOT NULL CONSTRAINT membership_roles_role_check
        CHECK (role IN ('TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR', 'RESIDENT')),
    building_id uuid,
    CONSTRAINT membership_roles_membership_id_fkey
        FOREIGN KEY (tenant_id, membership_id) REFERENCES memberships (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT membership_roles_building_id_check CHECK (building_id IS NULL OR role <> 'TENANT_OWNER')
);
CREATE UNIQUE INDEX membership_roles_role_key
    ON membership_roles (tenant_id, membership_id, role, building_id) NULLS NOT DISTINCT;

ALTER TABLE membership_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership_roles FORCE ROW LEVEL SECURITY;
CREATE POLICY membership_roles_tenant_policy ON membership_roles
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- A session is a family of refresh tokens: one login, rotated at each use.
CREATE TABLE sessions (
    id uuid CONSTRAINT sessions_pkey PRIMARY KEY,
    user_id uuid NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES users,
    tenant_id uuid CONSTRAINT sessions_tenant_id_fkey REFERENCES tenants,
    impersonator_id uuid CONSTRAINT sessions_impersonator_id_fkey REFERENCES users,
    user_agent text,
    address text,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id, created_at);
CREATE INDEX sessions_tenant_id_idx ON sessions (tenant_id);
CREATE INDEX sessions_impersonator_id_idx ON sessions (impersonator_id) WHERE impersonator_id IS NOT NULL;
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    token_hash bytea CONSTRAINT refresh_tokens_pkey PRIMARY KEY,
    session_id uuid NOT NULL CONSTRAINT refresh_tokens_session_id_fkey REFERENCES sessions ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    rotated_at timestamptz
);
CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id);

-- Mailed, used once, forgotten: password reset and e-mail verification.
CREATE TABLE single_use_tokens (
    token_hash bytea CONSTRAINT single_use_tokens_pkey PRIMARY KEY,
    user_id uuid NOT NULL CONSTRAINT single_use_tokens_user_id_fkey REFERENCES users,
    purpose text NOT NULL CONSTRAINT single_use_tokens_purpose_check
        CHECK (purpose IN ('PASSWORD_RESET', 'EMAIL_VERIFICATION')),
    email text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX single_use_tokens_user_id_idx ON single_use_tokens (user_id);
CREATE INDEX single_use_tokens_expires_at_idx ON single_use_tokens (expires_at);

CREATE TABLE invitations (
    id uuid CONSTRAINT invitations_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT invitations_tenant_id_fkey REFERENCES tenants,
    email text NOT NULL CONSTRAINT invitations_email_check CHECK (email = lower(email) AND length(email) <= 254),
    role text NOT NULL CONSTRAINT invitations_role_check CHECK (role IN ('TENANT_ADMIN', 'OPERATOR', 'RESIDENT')),
    building_id uuid,
    person_id uuid,
    token_hash bytea NOT NULL,
    status text NOT NULL CONSTRAINT invitations_status_check
        CHECK (status IN ('PENDING', 'ACCEPTED', 'EXPIRED', 'REVOKED')),
    invited_by uuid NOT NULL CONSTRAINT invitations_invited_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    answered_at timestamptz
);
CREATE UNIQUE INDEX invitations_email_key ON invitations (tenant_id, email) WHERE status = 'PENDING';
CREATE UNIQUE INDEX invitations_token_hash_key ON invitations (token_hash);
CREATE INDEX invitations_created_at_idx ON invitations (tenant_id, created_at, id);
CREATE INDEX invitations_invited_by_idx ON invitations (invited_by);

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY invitations_tenant_policy ON invitations
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
