-- Behind the references of the file before: a document's deletion looks here.
SET lock_timeout = '1s';
SET statement_timeout = '60s';

CREATE INDEX CONCURRENTLY payments_proof_document_id_idx ON payments (tenant_id, proof_document_id);
CREATE INDEX CONCURRENTLY receipts_document_id_idx ON receipts (tenant_id, document_id);
