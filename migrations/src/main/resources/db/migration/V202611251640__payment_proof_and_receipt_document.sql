-- What proves a payment, and a receipt's PDF as it was issued: documents, which can't be deleted as long as they are these.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE payments ADD COLUMN proof_document_id uuid;
ALTER TABLE payments ADD CONSTRAINT payments_proof_document_id_fkey
    FOREIGN KEY (tenant_id, proof_document_id) REFERENCES documents (tenant_id, id) NOT VALID;

ALTER TABLE receipts ADD COLUMN document_id uuid;
ALTER TABLE receipts ADD CONSTRAINT receipts_document_id_fkey
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) NOT VALID;

CREATE OR REPLACE FUNCTION keep_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.tenant_id, OLD.unit_id, OLD.building_id, OLD.currency, OLD.method, OLD.amount_minor, OLD.reference,
                OLD.paid_on, OLD.proof_document_id, OLD.submitted_at, OLD.submitted_by)
            IS DISTINCT FROM
            (NEW.id, NEW.tenant_id, NEW.unit_id, NEW.building_id, NEW.currency, NEW.method, NEW.amount_minor,
                NEW.reference, NEW.paid_on, NEW.proof_document_id, NEW.submitted_at, NEW.submitted_by)
            OR (OLD.status <> NEW.status
                AND (OLD.status, NEW.status) NOT IN
                    (('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'REVERSED'))) THEN
        RAISE EXCEPTION 'payment % is frozen', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
