-- The tenant's directory of people, and who lives in or owns which unit since when.
-- lint: allow index-without-concurrently: the first release, its tables are empty
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- An exclusion over equality and a range needs both in one index.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE people (
    id uuid CONSTRAINT people_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT people_tenant_id_fkey REFERENCES tenants,
    name text NOT NULL CONSTRAINT people_name_check CHECK (length(name) BETWEEN 1 AND 120),
    name_key text NOT NULL,
    email text CONSTRAINT people_email_check CHECK (length(email) <= 254),
    phone text CONSTRAINT people_phone_check CHECK (length(phone) <= 40),
    user_id uuid CONSTRAINT people_user_id_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    CONSTRAINT people_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE UNIQUE INDEX people_user_id_key ON people (tenant_id, user_id);
CREATE INDEX people_user_id_idx ON people (user_id);
CREATE INDEX people_name_key_idx ON people (tenant_id, name_key, id);

ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
CREATE POLICY people_tenant_policy ON people
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE occupancies (
    id uuid CONSTRAINT occupancies_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT occupancies_tenant_id_fkey REFERENCES tenants,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL CONSTRAINT occupancies_role_check CHECK (role IN ('OWNER', 'RESIDENT')),
    is_primary boolean NOT NULL,
    starts_on date NOT NULL,
    -- The last day; NULL while it lasts.
    ends_on date,
    created_at timestamptz NOT NULL,
    CONSTRAINT occupancies_ends_on_check CHECK (ends_on >= starts_on),
    CONSTRAINT occupancies_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units (tenant_id, id),
    CONSTRAINT occupancies_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id),
    CONSTRAINT occupancies_period_excl EXCLUDE USING gist (
        tenant_id WITH =, person_id WITH =, unit_id WITH =, role WITH =, daterange(starts_on, ends_on, '[]') WITH &&),
    CONSTRAINT occupancies_primary_excl EXCLUDE USING gist (
        tenant_id WITH =, unit_id WITH =, role WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (is_primary)
);
CREATE INDEX occupancies_unit_id_idx ON occupancies (tenant_id, unit_id, starts_on, id);
CREATE INDEX occupancies_person_id_idx ON occupancies (tenant_id, person_id, starts_on, id);

ALTER TABLE occupancies ENABLE ROW LEVEL SECURITY;
ALTER TABLE occupancies FORCE ROW LEVEL SECURITY;
CREATE POLICY occupancies_tenant_policy ON occupancies
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

ALTER TABLE invitations ADD CONSTRAINT invitations_person_id_fkey
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) NOT VALID;
CREATE INDEX invitations_person_id_idx ON invitations (tenant_id, person_id);
