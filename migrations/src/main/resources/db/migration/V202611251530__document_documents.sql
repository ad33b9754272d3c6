-- Documents: what is known of each file, its revisions, and the uploads on their way. The bytes are in the object store.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE documents (
    id uuid CONSTRAINT documents_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT documents_tenant_id_fkey REFERENCES tenants,
    file_name text NOT NULL CONSTRAINT documents_file_name_check CHECK (length(file_name) BETWEEN 1 AND 200),
    name_key text NOT NULL,
    category text NOT NULL CONSTRAINT documents_category_check
        CHECK (category IN ('RULES', 'MINUTES', 'CONTRACT', 'BUDGET', 'INVOICE', 'RECEIPT', 'OTHER')),
    visibility text NOT NULL CONSTRAINT documents_visibility_check
        CHECK (visibility IN ('ADMINS', 'RESIDENTS', 'PRIVATE')),
    -- That of the unit, where there is one.
    building_id uuid,
    unit_id uuid,
    -- Which of its revisions it shows.
    revision integer NOT NULL CONSTRAINT documents_revision_check CHECK (revision >= 1),
    -- NULL: the product made it itself, and nobody changes it.
    uploaded_by uuid CONSTRAINT documents_uploaded_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    CONSTRAINT documents_unit_id_check CHECK (unit_id IS NULL OR building_id IS NOT NULL),
    CONSTRAINT documents_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT documents_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id),
    CONSTRAINT documents_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units (tenant_id, id)
);
CREATE INDEX documents_created_at_idx ON documents (tenant_id, created_at, id);
CREATE INDEX documents_name_key_idx ON documents (tenant_id, name_key, id);
CREATE INDEX documents_building_id_idx ON documents (tenant_id, building_id);
CREATE INDEX documents_unit_id_idx ON documents (tenant_id, unit_id);
CREATE INDEX documents_uploaded_by_idx ON documents (uploaded_by);

ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
CREATE POLICY documents_tenant_policy ON documents
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE document_revisions (
    id uuid CONSTRAINT document_revisions_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT document_revisions_tenant_id_fkey REFERENCES tenants,
    document_id uuid NOT NULL,
    number integer NOT NULL CONSTRAINT document_revisions_number_check CHECK (number >= 1),
    object_key text NOT NULL CONSTRAINT document_revisions_object_key_check CHECK (length(object_key) <= 200),
    file_name text NOT NULL CONSTRAINT document_revisions_file_name_check CHECK (length(file_name) BETWEEN 1 AND 200),
    content_type text NOT NULL,
    size_bytes bigint NOT NULL CONSTRAINT document_revisions_size_bytes_check CHECK (size_bytes > 0),
    sha256 text NOT NULL CONSTRAINT document_revisions_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by uuid CONSTRAINT document_revisions_uploaded_by_fkey REFERENCES users,
    created_at timestamptz NOT NULL,
    CONSTRAINT document_revisions_tenant_id_id_key UNIQUE (tenant_id, id),
    CONSTRAINT document_revisions_number_key UNIQUE (tenant_id, document_id, number),
    CONSTRAINT document_revisions_object_key_key UNIQUE (object_key),
    CONSTRAINT document_revisions_document_id_fkey FOREIGN KEY (tenant_id, document_id)
        REFERENCES documents (tenant_id, id)
);
-- What a tenant has stored is summed from the index alone.
CREATE INDEX document_revisions_size_bytes_idx ON document_revisions (tenant_id) INCLUDE (size_bytes);
CREATE INDEX document_revisions_document_id_idx ON document_revisions (tenant_id, document_id, number, id);
CREATE INDEX document_revisions_uploaded_by_idx ON document_revisions (uploaded_by);

ALTER TABLE document_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_revisions FORCE ROW LEVEL SECURITY;
CREATE POLICY document_revisions_tenant_policy ON document_revisions
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- An upload that was announced: what was signed, by whom, and what its document is to be.
CREATE TABLE uploads (
    id uuid CONSTRAINT uploads_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT uploads_tenant_id_fkey REFERENCES tenants,
    user_id uuid NOT NULL CONSTRAINT uploads_user_id_fkey REFERENCES users,
    object_key text NOT NULL CONSTRAINT uploads_object_key_key UNIQUE,
    file_name text NOT NULL CONSTRAINT uploads_file_name_check CHECK (length(file_name) BETWEEN 1 AND 200),
    content_type text NOT NULL,
    size_bytes bigint NOT NULL CONSTRAINT uploads_size_bytes_check CHECK (size_bytes > 0),
    sha256 text CONSTRAINT uploads_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    category text NOT NULL,
    visibility text NOT NULL,
    building_id uuid,
    unit_id uuid,
    -- The document that gets a new revision; NULL for a new document.
    document_id uuid,
    status text NOT NULL CONSTRAINT uploads_status_check CHECK (status IN ('OPEN', 'REGISTERED', 'REFUSED')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT uploads_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id),
    CONSTRAINT uploads_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units (tenant_id, id),
    CONSTRAINT uploads_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id)
        ON DELETE CASCADE
);
CREATE INDEX uploads_status_idx ON uploads (tenant_id, status) INCLUDE (size_bytes, expires_at);
CREATE INDEX uploads_expires_at_idx ON uploads (expires_at, id);
CREATE INDEX uploads_user_id_idx ON uploads (user_id);
CREATE INDEX uploads_building_id_idx ON uploads (tenant_id, building_id);
CREATE INDEX uploads_unit_id_idx ON uploads (tenant_id, unit_id);
CREATE INDEX uploads_document_id_idx ON uploads (tenant_id, document_id);

ALTER TABLE uploads ENABLE ROW LEVEL SECURITY;
ALTER TABLE uploads FORCE ROW LEVEL SECURITY;
CREATE POLICY uploads_tenant_policy ON uploads
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
