-- Validates the reference to documents: no quote has one yet, and reading them blocks nobody.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE quotes VALIDATE CONSTRAINT quotes_document_id_fkey;
