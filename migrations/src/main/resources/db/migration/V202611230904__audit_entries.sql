-- Who changed what: written with the change, never changed itself, sealed into a chain a tenant.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- tenant_id NULL: an act of the platform. There is no foreign key to users: an entry outlives everything.
CREATE TABLE audit_entries (
    id uuid CONSTRAINT audit_entries_pkey PRIMARY KEY,
    tenant_id uuid CONSTRAINT audit_entries_tenant_id_fkey REFERENCES tenants,
    occurred_at timestamptz NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    impersonator_id uuid,
    action text NOT NULL,
    entity text NOT NULL,
    entity_id uuid,
    changes jsonb NOT NULL,
    request_id text,
    address text
);
CREATE INDEX audit_entries_occurred_at_idx ON audit_entries (tenant_id, occurred_at, id);
-- The platform reads across tenants.
CREATE INDEX audit_entries_platform_occurred_at_idx ON audit_entries (occurred_at, id);
CREATE INDEX audit_entries_entity_id_idx ON audit_entries (tenant_id, entity_id, occurred_at);
CREATE INDEX audit_entries_actor_id_idx ON audit_entries (tenant_id, actor_id, occurred_at);

ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_tenant_policy ON audit_entries
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- The chain: each seal covers its entry and the seal before. chain_id is the tenant's id, or zeroes for the platform.
CREATE TABLE audit_seals (
    entry_id uuid CONSTRAINT audit_seals_pkey PRIMARY KEY
        CONSTRAINT audit_seals_entry_id_fkey REFERENCES audit_entries,
    tenant_id uuid CONSTRAINT audit_seals_tenant_id_fkey REFERENCES tenants,
    chain_id uuid NOT NULL,
    position bigint NOT NULL CONSTRAINT audit_seals_position_check CHECK (position > 0),
    hash bytea NOT NULL,
    sealed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX audit_seals_position_key ON audit_seals (chain_id, position);
CREATE INDEX audit_seals_tenant_id_idx ON audit_seals (tenant_id);

ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seals FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_seals_tenant_policy ON audit_seals
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- Where each chain ends: what cuts entries and seals off its end leaves a head that points past them.
CREATE TABLE audit_chains (
    chain_id uuid CONSTRAINT audit_chains_pkey PRIMARY KEY,
    tenant_id uuid CONSTRAINT audit_chains_tenant_id_fkey REFERENCES tenants,
    position bigint NOT NULL,
    hash bytea NOT NULL
);
CREATE INDEX audit_chains_tenant_id_idx ON audit_chains (tenant_id);

ALTER TABLE audit_chains ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_chains FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_chains_tenant_policy ON audit_chains
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- What waits for its seal: so the sealing finds it without looking through what is sealed already. No order of ids or
-- times could tell instead, since an entry shows only when its transaction ends.
CREATE TABLE audit_unsealed (
    entry_id uuid CONSTRAINT audit_unsealed_pkey PRIMARY KEY
        CONSTRAINT audit_unsealed_entry_id_fkey REFERENCES audit_entries,
    tenant_id uuid CONSTRAINT audit_unsealed_tenant_id_fkey REFERENCES tenants
);
CREATE INDEX audit_unsealed_tenant_id_idx ON audit_unsealed (tenant_id);

ALTER TABLE audit_unsealed ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_unsealed FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_unsealed_tenant_policy ON audit_unsealed
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE FUNCTION queue_for_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unsealed (entry_id, tenant_id) SELECT id, tenant_id FROM written;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_entries_queue AFTER INSERT ON audit_entries
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION queue_for_sealing();

-- The grants refuse it to the application's role; the trigger refuses it to everybody, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
