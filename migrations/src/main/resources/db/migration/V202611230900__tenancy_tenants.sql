-- Companies and self-managed buildings, and what they have subscribed to.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE tenants (
    id uuid CONSTRAINT tenants_pkey PRIMARY KEY,
    version bigint NOT NULL,
    name text NOT NULL CONSTRAINT tenants_name_check CHECK (length(name) BETWEEN 2 AND 120),
    slug text NOT NULL CONSTRAINT tenants_slug_check CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{1,61})[a-z0-9]$'),
    type text NOT NULL CONSTRAINT tenants_type_check
        CHECK (type IN ('MANAGEMENT_COMPANY', 'SELF_MANAGED_BUILDING')),
    status text NOT NULL CONSTRAINT tenants_status_check CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    currency text NOT NULL CONSTRAINT tenants_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
    locale text NOT NULL,
    time_zone text NOT NULL,
    brand_name text,
    primary_color text CONSTRAINT tenants_primary_color_check CHECK (primary_color ~ '^#[0-9A-Fa-f]{6}$'),
    secondary_color text CONSTRAINT tenants_secondary_color_check CHECK (secondary_color ~ '^#[0-9A-Fa-f]{6}$'),
    logo_document_id uuid,
    email_footer text CONSTRAINT tenants_email_footer_check CHECK (length(email_footer) <= 1000),
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX tenants_slug_key ON tenants (slug);
CREATE INDEX tenants_created_at_idx ON tenants (created_at, id);

-- A tenant sees its own row: the table's tenant is its id.
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenants_tenant_policy ON tenants
    USING (id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE subscriptions (
    id uuid CONSTRAINT subscriptions_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT subscriptions_tenant_id_fkey REFERENCES tenants,
    plan text NOT NULL CONSTRAINT subscriptions_plan_check CHECK (plan IN ('FREE', 'BASIC', 'PRO', 'ENTERPRISE')),
    status text NOT NULL CONSTRAINT subscriptions_status_check
        CHECK (status IN ('TRIAL', 'ACTIVE', 'PAST_DUE', 'CANCELED', 'EXPIRED')),
    trial_ends_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT subscriptions_trial_ends_at_check CHECK (status <> 'TRIAL' OR trial_ends_at IS NOT NULL)
);
-- One a tenant; also the row that a creation under a plan's limit locks, so that no race passes it.
CREATE UNIQUE INDEX subscriptions_tenant_id_key ON subscriptions (tenant_id);
CREATE INDEX subscriptions_trial_ends_at_idx ON subscriptions (trial_ends_at) WHERE status = 'TRIAL';

ALTER TABLE subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY subscriptions_tenant_policy ON subscriptions
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
