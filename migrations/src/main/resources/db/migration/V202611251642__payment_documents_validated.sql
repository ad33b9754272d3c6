-- Validates the references to documents: no row has one yet, and reading them blocks nobody.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE payments VALIDATE CONSTRAINT payments_proof_document_id_fkey;
ALTER TABLE receipts VALIDATE CONSTRAINT receipts_document_id_fkey;
