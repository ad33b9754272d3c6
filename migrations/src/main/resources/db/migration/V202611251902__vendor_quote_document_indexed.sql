-- Behind the reference of the file before: a document's deletion looks here.
SET lock_timeout = '1s';
SET statement_timeout = '60s';

CREATE INDEX CONCURRENTLY quotes_document_id_idx ON quotes (tenant_id, document_id);
