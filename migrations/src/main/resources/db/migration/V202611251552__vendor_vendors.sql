-- Who does the work on buildings: firms, what they ask for it and what they are ordered to do.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE vendors (
    id uuid CONSTRAINT vendors_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT vendors_tenant_id_fkey REFERENCES tenants,
    name text NOT NULL CONSTRAINT vendors_name_check CHECK (length(name) BETWEEN 1 AND 120),
    name_key text NOT NULL,
    tax_id text CONSTRAINT vendors_tax_id_check CHECK (length(tax_id) <= 40),
    contact text CONSTRAINT vendors_contact_check CHECK (length(contact) <= 120),
    email text CONSTRAINT vendors_email_check CHECK (length(email) <= 254),
    phone text CONSTRAINT vendors_phone_check CHECK (length(phone) <= 40),
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    CONSTRAINT vendors_tenant_id_id_key UNIQUE (tenant_id, id)
);
CREATE UNIQUE INDEX vendors_name_key ON vendors (tenant_id, name_key);
CREATE INDEX vendors_name_key_idx ON vendors (tenant_id, name_key, id);
CREATE INDEX vendors_created_at_idx ON vendors (tenant_id, created_at, id);

ALTER TABLE vendors ENABLE ROW LEVEL SECURITY;
ALTER TABLE vendors FORCE ROW LEVEL SECURITY;
CREATE POLICY vendors_tenant_policy ON vendors
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- What a vendor does in which building.
CREATE TABLE vendor_services (
    id uuid CONSTRAINT vendor_services_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT vendor_services_tenant_id_fkey REFERENCES tenants,
    vendor_id uuid NOT NULL,
    building_id uuid NOT NULL,
    service text NOT NULL CONSTRAINT vendor_services_service_check CHECK (length(service) BETWEEN 1 AND 80),
    service_key text NOT NULL,
    CONSTRAINT vendor_services_vendor_id_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT vendor_services_building_id_fkey FOREIGN KEY (tenant_id, building_id)
        REFERENCES buildings (tenant_id, id)
);
CREATE UNIQUE INDEX vendor_services_service_key
    ON vendor_services (tenant_id, vendor_id, building_id, service_key);
CREATE INDEX vendor_services_building_id_idx ON vendor_services (tenant_id, building_id);

ALTER TABLE vendor_services ENABLE ROW LEVEL SECURITY;
ALTER TABLE vendor_services FORCE ROW LEVEL SECURITY;
CREATE POLICY vendor_services_tenant_policy ON vendor_services
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE quotes (
    id uuid CONSTRAINT quotes_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT quotes_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    vendor_id uuid NOT NULL,
    ticket_id uuid,
    description text NOT NULL CONSTRAINT quotes_description_check CHECK (length(description) BETWEEN 1 AND 5000),
    status text NOT NULL CONSTRAINT quotes_status_check
        CHECK (status IN ('REQUESTED', 'RECEIVED', 'APPROVED', 'REJECTED')),
    amount_minor bigint CONSTRAINT quotes_amount_minor_check CHECK (amount_minor > 0),
    currency text CONSTRAINT quotes_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
    document_id uuid,
    requested_by uuid NOT NULL CONSTRAINT quotes_requested_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    received_at timestamptz,
    decided_by uuid CONSTRAINT quotes_decided_by_fkey REFERENCES users,
    decided_at timestamptz,
    reason text CONSTRAINT quotes_reason_check CHECK (length(reason) <= 1000),
    CONSTRAINT quotes_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT quotes_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id),
    CONSTRAINT quotes_vendor_id_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT quotes_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id),
    CONSTRAINT quotes_amount_check
        CHECK ((amount_minor IS NULL) = (currency IS NULL) AND (status = 'REQUESTED') = (amount_minor IS NULL))
);
CREATE INDEX quotes_created_at_idx ON quotes (tenant_id, created_at, id);
CREATE INDEX quotes_building_id_idx ON quotes (tenant_id, building_id, created_at, id);
CREATE INDEX quotes_vendor_id_idx ON quotes (tenant_id, vendor_id, created_at, id);
CREATE INDEX quotes_ticket_id_idx ON quotes (tenant_id, ticket_id);
CREATE INDEX quotes_requested_by_idx ON quotes (requested_by);
CREATE INDEX quotes_decided_by_idx ON quotes (decided_by);

ALTER TABLE quotes ENABLE ROW LEVEL SECURITY;
ALTER TABLE quotes FORCE ROW LEVEL SECURITY;
CREATE POLICY quotes_tenant_policy ON quotes
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE work_orders (
    id uuid CONSTRAINT work_orders_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT work_orders_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    vendor_id uuid NOT NULL,
    ticket_id uuid,
    quote_id uuid,
    description text NOT NULL CONSTRAINT work_orders_description_check CHECK (length(description) BETWEEN 1 AND 5000),
    status text NOT NULL CONSTRAINT work_orders_status_check
        CHECK (status IN ('OPEN', 'IN_PROGRESS', 'DONE', 'CANCELED')),
    amount_minor bigint CONSTRAINT work_orders_amount_minor_check CHECK (amount_minor > 0),
    currency text CONSTRAINT work_orders_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
    opened_by uuid NOT NULL CONSTRAINT work_orders_opened_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    reason text CONSTRAINT work_orders_reason_check CHECK (length(reason) <= 1000),
    CONSTRAINT work_orders_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id),
    CONSTRAINT work_orders_vendor_id_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT work_orders_ticket_id_fkey FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id),
    CONSTRAINT work_orders_quote_id_fkey FOREIGN KEY (tenant_id, quote_id) REFERENCES quotes (tenant_id, id),
    CONSTRAINT work_orders_amount_check CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX work_orders_created_at_idx ON work_orders (tenant_id, created_at, id);
CREATE INDEX work_orders_building_id_idx ON work_orders (tenant_id, building_id, created_at, id);
CREATE INDEX work_orders_vendor_id_idx ON work_orders (tenant_id, vendor_id, created_at, id);
CREATE INDEX work_orders_ticket_id_idx ON work_orders (tenant_id, ticket_id);
CREATE INDEX work_orders_quote_id_idx ON work_orders (tenant_id, quote_id);
CREATE INDEX work_orders_opened_by_idx ON work_orders (opened_by);
-- What was approved is ordered once, unless the order came to nothing.
CREATE UNIQUE INDEX work_orders_quote_id_key ON work_orders (tenant_id, quote_id) WHERE status <> 'CANCELED';

ALTER TABLE work_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_orders FORCE ROW LEVEL SECURITY;
CREATE POLICY work_orders_tenant_policy ON work_orders
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
