-- A quote's file is a document, which can't be deleted as long as it is that.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE quotes ADD CONSTRAINT quotes_document_id_fkey
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) NOT VALID;
