-- Buildings and their units.
-- lint: allow index-without-concurrently: the first release, its tables are empty
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- name_key is what names are compared by: folded by Java, unique without case.
CREATE TABLE buildings (
    id uuid CONSTRAINT buildings_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT buildings_tenant_id_fkey REFERENCES tenants,
    name text NOT NULL CONSTRAINT buildings_name_check CHECK (length(name) BETWEEN 1 AND 120),
    name_key text NOT NULL,
    address text NOT NULL CONSTRAINT buildings_address_check CHECK (length(address) <= 300),
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    -- What other tables refer to, so that a reference can't leave its tenant.
    CONSTRAINT buildings_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE UNIQUE INDEX buildings_name_key ON buildings (tenant_id, name_key);
CREATE INDEX buildings_name_key_idx ON buildings (tenant_id, name_key, id);
CREATE INDEX buildings_created_at_idx ON buildings (tenant_id, created_at, id);

ALTER TABLE buildings ENABLE ROW LEVEL SECURITY;
ALTER TABLE buildings FORCE ROW LEVEL SECURITY;
CREATE POLICY buildings_tenant_policy ON buildings
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE units (
    id uuid CONSTRAINT units_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT units_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    code text NOT NULL CONSTRAINT units_code_check CHECK (length(code) BETWEEN 1 AND 40),
    code_key text NOT NULL,
    label text CONSTRAINT units_label_check CHECK (length(label) <= 120),
    type text NOT NULL CONSTRAINT units_type_check
        CHECK (type IN ('APARTMENT', 'HOUSE', 'OFFICE', 'STORAGE', 'PARKING', 'OTHER')),
    area_m2 numeric(10, 2) CONSTRAINT units_area_m2_check CHECK (area_m2 > 0),
    share numeric(13, 10) CONSTRAINT units_share_check CHECK (share > 0 AND share <= 1),
    billable boolean NOT NULL,
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    CONSTRAINT units_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT units_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id)
);
CREATE UNIQUE INDEX units_code_key ON units (tenant_id, building_id, code_key);
CREATE INDEX units_code_key_idx ON units (tenant_id, building_id, code_key, id);

ALTER TABLE units ENABLE ROW LEVEL SECURITY;
ALTER TABLE units FORCE ROW LEVEL SECURITY;
CREATE POLICY units_tenant_policy ON units
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

ALTER TABLE membership_roles ADD CONSTRAINT membership_roles_building_id_fkey
    FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id) NOT VALID;
CREATE INDEX membership_roles_building_id_idx ON membership_roles (tenant_id, building_id);
ALTER TABLE invitations ADD CONSTRAINT invitations_building_id_fkey
    FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id) NOT VALID;
CREATE INDEX invitations_building_id_idx ON invitations (tenant_id, building_id);
