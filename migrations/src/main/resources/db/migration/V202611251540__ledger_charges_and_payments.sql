-- What units are charged, what is paid, and the ledger of both. Everything that moves a unit's money locks the unit's
-- account first, and nothing else before it but the building: so no two acts wait for each other.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

-- One a unit, made with its first movement. Balance and entries are kept by the ledger's trigger alone; the bounds of the
-- balance leave room for every sum to fit 64 bits.
CREATE TABLE unit_accounts (
    unit_id uuid CONSTRAINT unit_accounts_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT unit_accounts_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    currency text NOT NULL CONSTRAINT unit_accounts_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
    balance_minor bigint NOT NULL CONSTRAINT unit_accounts_balance_minor_check
        CHECK (balance_minor BETWEEN -900000000000000000 AND 900000000000000000),
    entries bigint NOT NULL CONSTRAINT unit_accounts_entries_check CHECK (entries >= 0),
    CONSTRAINT unit_accounts_tenant_id_unit_id_key UNIQUE (tenant_id, unit_id),
    -- What charges and payments refer to: their building and currency can't be others than the unit's.
    CONSTRAINT unit_accounts_whole_key UNIQUE (tenant_id, unit_id, building_id, currency),
    CONSTRAINT unit_accounts_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units (tenant_id, id),
    CONSTRAINT unit_accounts_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id)
);
CREATE INDEX unit_accounts_building_id_idx ON unit_accounts (tenant_id, building_id);

ALTER TABLE unit_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY unit_accounts_tenant_policy ON unit_accounts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- allocated_minor: of a charge, what is paid of it; of a CREDIT, what is used of it. Kept by the allocations' trigger.
CREATE TABLE charges (
    id uuid CONSTRAINT charges_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT charges_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    currency text NOT NULL,
    period text NOT NULL CONSTRAINT charges_period_check CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    type text NOT NULL CONSTRAINT charges_type_check
        CHECK (type IN ('COMMON', 'EXTRAORDINARY', 'FINE', 'INTEREST', 'CREDIT', 'OTHER')),
    concept text NOT NULL CONSTRAINT charges_concept_check CHECK (length(concept) BETWEEN 1 AND 120),
    concept_key text NOT NULL,
    amount_minor bigint NOT NULL CONSTRAINT charges_amount_minor_check
        CHECK (amount_minor BETWEEN 1 AND 999999999999999),
    allocated_minor bigint NOT NULL CONSTRAINT charges_allocated_minor_check
        CHECK (allocated_minor BETWEEN 0 AND amount_minor),
    due_on date NOT NULL,
    batch_id uuid,
    created_at timestamptz NOT NULL,
    canceled_at timestamptz,
    cancel_reason text CONSTRAINT charges_cancel_reason_check CHECK (length(cancel_reason) BETWEEN 1 AND 300),
    CONSTRAINT charges_canceled_at_check CHECK ((canceled_at IS NULL) = (cancel_reason IS NULL)),
    CONSTRAINT charges_canceled_allocated_check CHECK (canceled_at IS NULL OR allocated_minor = 0),
    CONSTRAINT charges_tenant_id_unit_id_id_key UNIQUE (tenant_id, unit_id, id),
    CONSTRAINT charges_account_fkey FOREIGN KEY (tenant_id, unit_id, building_id, currency)
        REFERENCES unit_accounts (tenant_id, unit_id, building_id, currency)
);
CREATE UNIQUE INDEX charges_concept_key ON charges (tenant_id, unit_id, period, concept_key) WHERE canceled_at IS NULL;
CREATE INDEX charges_account_idx ON charges (tenant_id, unit_id, building_id, currency);
CREATE INDEX charges_due_on_idx ON charges (tenant_id, due_on, id);
CREATE INDEX charges_building_due_on_idx ON charges (tenant_id, building_id, due_on, id);
CREATE INDEX charges_unit_due_on_idx ON charges (tenant_id, unit_id, due_on, id);
CREATE INDEX charges_created_at_idx ON charges (tenant_id, created_at, id);
CREATE INDEX charges_open_idx ON charges (tenant_id, unit_id, due_on, id)
    WHERE canceled_at IS NULL AND allocated_minor < amount_minor;

ALTER TABLE charges ENABLE ROW LEVEL SECURITY;
ALTER TABLE charges FORCE ROW LEVEL SECURITY;
CREATE POLICY charges_tenant_policy ON charges
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE FUNCTION keep_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.tenant_id, OLD.unit_id, OLD.building_id, OLD.currency, OLD.batch_id, OLD.created_at)
            IS DISTINCT FROM
            (NEW.id, NEW.tenant_id, NEW.unit_id, NEW.building_id, NEW.currency, NEW.batch_id, NEW.created_at)
            OR (OLD.type = 'CREDIT') <> (NEW.type = 'CREDIT')
            OR OLD.canceled_at IS NOT NULL
            OR (OLD.allocated_minor > 0
                AND (OLD.period, OLD.type, OLD.concept, OLD.amount_minor, OLD.due_on)
                    IS DISTINCT FROM (NEW.period, NEW.type, NEW.concept, NEW.amount_minor, NEW.due_on)) THEN
        RAISE EXCEPTION 'charge % is frozen', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER charges_keep BEFORE UPDATE ON charges FOR EACH ROW EXECUTE FUNCTION keep_charge();
CREATE TRIGGER charges_no_delete BEFORE DELETE OR TRUNCATE ON charges
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE payments (
    id uuid CONSTRAINT payments_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT payments_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    currency text NOT NULL,
    method text NOT NULL CONSTRAINT payments_method_check CHECK (method IN ('TRANSFER', 'CASH', 'CARD', 'ONLINE')),
    amount_minor bigint NOT NULL CONSTRAINT payments_amount_minor_check
        CHECK (amount_minor BETWEEN 1 AND 999999999999999),
    allocated_minor bigint NOT NULL CONSTRAINT payments_allocated_minor_check
        CHECK (allocated_minor BETWEEN 0 AND amount_minor),
    reference text CONSTRAINT payments_reference_check CHECK (length(reference) BETWEEN 1 AND 120),
    reference_key text,
    paid_on date NOT NULL,
    status text NOT NULL CONSTRAINT payments_status_check
        CHECK (status IN ('SUBMITTED', 'APPROVED', 'REJECTED', 'REVERSED')),
    submitted_at timestamptz NOT NULL,
    submitted_by uuid CONSTRAINT payments_submitted_by_fkey REFERENCES users,
    reviewed_at timestamptz,
    rejection_reason text CONSTRAINT payments_rejection_reason_check CHECK (length(rejection_reason) BETWEEN 1 AND 300),
    reversed_at timestamptz,
    reversal_reason text CONSTRAINT payments_reversal_reason_check CHECK (length(reversal_reason) BETWEEN 1 AND 300),
    CONSTRAINT payments_allocated_status_check CHECK (status = 'APPROVED' OR allocated_minor = 0),
    CONSTRAINT payments_reviewed_check CHECK ((status = 'SUBMITTED') = (reviewed_at IS NULL)),
    CONSTRAINT payments_rejected_check CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL)),
    CONSTRAINT payments_reversed_check CHECK ((status = 'REVERSED') = (reversed_at IS NOT NULL)
        AND (reversed_at IS NULL) = (reversal_reason IS NULL)),
    CONSTRAINT payments_tenant_id_unit_id_id_key UNIQUE (tenant_id, unit_id, id),
    CONSTRAINT payments_account_fkey FOREIGN KEY (tenant_id, unit_id, building_id, currency)
        REFERENCES unit_accounts (tenant_id, unit_id, building_id, currency)
);
CREATE INDEX payments_account_idx ON payments (tenant_id, unit_id, building_id, currency);
CREATE INDEX payments_submitted_by_idx ON payments (submitted_by);
CREATE INDEX payments_submitted_at_idx ON payments (tenant_id, submitted_at, id);
CREATE INDEX payments_building_submitted_at_idx ON payments (tenant_id, building_id, submitted_at, id);
CREATE INDEX payments_unit_submitted_at_idx ON payments (tenant_id, unit_id, submitted_at, id);
CREATE INDEX payments_paid_on_idx ON payments (tenant_id, paid_on, id);
CREATE INDEX payments_waiting_idx ON payments (tenant_id, submitted_at, id) WHERE status = 'SUBMITTED';
CREATE INDEX payments_free_idx ON payments (tenant_id, unit_id, reviewed_at)
    WHERE status = 'APPROVED' AND allocated_minor < amount_minor;

ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
CREATE POLICY payments_tenant_policy ON payments
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE FUNCTION keep_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.tenant_id, OLD.unit_id, OLD.building_id, OLD.currency, OLD.method, OLD.amount_minor, OLD.reference,
                OLD.paid_on, OLD.submitted_at, OLD.submitted_by)
            IS DISTINCT FROM
            (NEW.id, NEW.tenant_id, NEW.unit_id, NEW.building_id, NEW.currency, NEW.method, NEW.amount_minor,
                NEW.reference, NEW.paid_on, NEW.submitted_at, NEW.submitted_by)
            OR (OLD.status <> NEW.status
                AND (OLD.status, NEW.status) NOT IN
                    (('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'REVERSED'))) THEN
        RAISE EXCEPTION 'payment % is frozen', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER payments_keep BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION keep_payment();
CREATE TRIGGER payments_no_delete BEFORE DELETE OR TRUNCATE ON payments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A debt is positive. position and balance_minor are given by the trigger: a gap-free series a unit, with its running sum.
CREATE TABLE ledger_entries (
    id uuid CONSTRAINT ledger_entries_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT ledger_entries_tenant_id_fkey REFERENCES tenants,
    unit_id uuid NOT NULL,
    position bigint NOT NULL CONSTRAINT ledger_entries_position_check CHECK (position > 0),
    kind text NOT NULL,
    amount_minor bigint NOT NULL,
    balance_minor bigint NOT NULL,
    charge_id uuid,
    payment_id uuid,
    reverses_id uuid,
    description text NOT NULL CONSTRAINT ledger_entries_description_check CHECK (length(description) <= 300),
    entered_on date NOT NULL,
    posted_at timestamptz NOT NULL,
    CONSTRAINT ledger_entries_kind_check CHECK (
        (kind IN ('CHARGE', 'CREDIT_CANCELED', 'PAYMENT_REVERSED') AND amount_minor > 0)
        OR (kind IN ('CREDIT', 'PAYMENT', 'CHARGE_CANCELED') AND amount_minor < 0)
        OR (kind = 'CHARGE_CORRECTED' AND amount_minor <> 0)),
    CONSTRAINT ledger_entries_source_check CHECK (num_nonnulls(charge_id, payment_id) = 1),
    CONSTRAINT ledger_entries_reverses_check CHECK (
        (kind IN ('CREDIT_CANCELED', 'PAYMENT_REVERSED', 'CHARGE_CANCELED')) = (reverses_id IS NOT NULL)),
    CONSTRAINT ledger_entries_position_key UNIQUE (tenant_id, unit_id, position),
    CONSTRAINT ledger_entries_tenant_id_unit_id_id_key UNIQUE (tenant_id, unit_id, id),
    -- Nothing is reversed twice.
    CONSTRAINT ledger_entries_reverses_id_key UNIQUE (tenant_id, unit_id, reverses_id),
    CONSTRAINT ledger_entries_unit_id_fkey FOREIGN KEY (tenant_id, unit_id)
        REFERENCES unit_accounts (tenant_id, unit_id),
    CONSTRAINT ledger_entries_charge_id_fkey FOREIGN KEY (tenant_id, unit_id, charge_id)
        REFERENCES charges (tenant_id, unit_id, id),
    CONSTRAINT ledger_entries_payment_id_fkey FOREIGN KEY (tenant_id, unit_id, payment_id)
        REFERENCES payments (tenant_id, unit_id, id),
    CONSTRAINT ledger_entries_reverses_id_fkey FOREIGN KEY (tenant_id, unit_id, reverses_id)
        REFERENCES ledger_entries (tenant_id, unit_id, id)
);
CREATE INDEX ledger_entries_charge_id_idx ON ledger_entries (tenant_id, unit_id, charge_id);
CREATE INDEX ledger_entries_payment_id_idx ON ledger_entries (tenant_id, unit_id, payment_id);
CREATE INDEX ledger_entries_entered_on_idx ON ledger_entries (tenant_id, unit_id, entered_on, position);
CREATE UNIQUE INDEX ledger_entries_payment_id_key ON ledger_entries (payment_id) WHERE kind = 'PAYMENT';
CREATE UNIQUE INDEX ledger_entries_charge_id_key ON ledger_entries (charge_id) WHERE kind IN ('CHARGE', 'CREDIT');

ALTER TABLE ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY ledger_entries_tenant_policy ON ledger_entries
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- Without an account there is no position, and the row fails.
CREATE FUNCTION post_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE unit_accounts SET balance_minor = balance_minor + NEW.amount_minor, entries = entries + 1
    WHERE tenant_id = NEW.tenant_id AND unit_id = NEW.unit_id
    RETURNING balance_minor, entries INTO NEW.balance_minor, NEW.position;
    RETURN NEW;
END
$$;
CREATE TRIGGER ledger_entries_post BEFORE INSERT ON ledger_entries FOR EACH ROW EXECUTE FUNCTION post_ledger_entry();
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What covers which charge: a payment, or a CREDIT. Ends by being released, never by being changed.
CREATE TABLE allocations (
    id uuid CONSTRAINT allocations_pkey PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT allocations_tenant_id_fkey REFERENCES tenants,
    unit_id uuid NOT NULL,
    charge_id uuid NOT NULL,
    payment_id uuid,
    credit_id uuid,
    amount_minor bigint NOT NULL CONSTRAINT allocations_amount_minor_check CHECK (amount_minor > 0),
    allocated_at timestamptz NOT NULL,
    released_at timestamptz,
    CONSTRAINT allocations_source_check CHECK (num_nonnulls(payment_id, credit_id) = 1),
    CONSTRAINT allocations_charge_id_fkey FOREIGN KEY (tenant_id, unit_id, charge_id)
        REFERENCES charges (tenant_id, unit_id, id),
    CONSTRAINT allocations_payment_id_fkey FOREIGN KEY (tenant_id, unit_id, payment_id)
        REFERENCES payments (tenant_id, unit_id, id),
    CONSTRAINT allocations_credit_id_fkey FOREIGN KEY (tenant_id, unit_id, credit_id)
        REFERENCES charges (tenant_id, unit_id, id)
);
CREATE INDEX allocations_charge_id_idx ON allocations (tenant_id, unit_id, charge_id);
CREATE INDEX allocations_payment_id_idx ON allocations (tenant_id, unit_id, payment_id);
CREATE INDEX allocations_credit_id_idx ON allocations (tenant_id, unit_id, credit_id);

ALTER TABLE allocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE allocations FORCE ROW LEVEL SECURITY;
CREATE POLICY allocations_tenant_policy ON allocations
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

-- Keeps allocated_minor on both sides, whose checks then bound the sums; and their versions, since both look different.
CREATE FUNCTION keep_allocated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    difference bigint := NEW.amount_minor;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.released_at IS NOT NULL OR NEW.released_at IS NULL
                OR (OLD.id, OLD.tenant_id, OLD.unit_id, OLD.charge_id, OLD.payment_id, OLD.credit_id, OLD.amount_minor,
                    OLD.allocated_at)
                IS DISTINCT FROM
                (NEW.id, NEW.tenant_id, NEW.unit_id, NEW.charge_id, NEW.payment_id, NEW.credit_id, NEW.amount_minor,
                    NEW.allocated_at) THEN
            RAISE EXCEPTION 'allocation % is frozen', OLD.id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        difference := -difference;
    END IF;
    UPDATE charges SET allocated_minor = allocated_minor + difference, version = version + 1
    WHERE tenant_id = NEW.tenant_id AND id = NEW.charge_id AND type <> 'CREDIT';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'a credit is no debt' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.payment_id IS NOT NULL THEN
        UPDATE payments SET allocated_minor = allocated_minor + difference, version = version + 1
        WHERE tenant_id = NEW.tenant_id AND id = NEW.payment_id;
        RETURN NULL;
    END IF;
    UPDATE charges SET allocated_minor = allocated_minor + difference, version = version + 1
    WHERE tenant_id = NEW.tenant_id AND id = NEW.credit_id AND type = 'CREDIT';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'a debt is no credit' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER allocations_keep AFTER INSERT OR UPDATE ON allocations FOR EACH ROW EXECUTE FUNCTION keep_allocated();
CREATE TRIGGER allocations_no_delete BEFORE DELETE OR TRUNCATE ON allocations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The last number given out. Its row stays locked until the approving transaction ends: a number that is rolled back is
-- given to the next, so that there are no gaps.
CREATE TABLE receipt_counters (
    tenant_id uuid NOT NULL CONSTRAINT receipt_counters_tenant_id_fkey REFERENCES tenants,
    year integer NOT NULL,
    last_number bigint NOT NULL CONSTRAINT receipt_counters_last_number_check CHECK (last_number > 0),
    CONSTRAINT receipt_counters_pkey PRIMARY KEY (tenant_id, year)
);

ALTER TABLE receipt_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE receipt_counters FORCE ROW LEVEL SECURITY;
CREATE POLICY receipt_counters_tenant_policy ON receipt_counters
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TABLE receipts (
    id uuid CONSTRAINT receipts_pkey PRIMARY KEY,
    version bigint NOT NULL,
    tenant_id uuid NOT NULL CONSTRAINT receipts_tenant_id_fkey REFERENCES tenants,
    building_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL CONSTRAINT receipts_number_check CHECK (number > 0),
    issued_on date NOT NULL,
    created_at timestamptz NOT NULL,
    annulled_at timestamptz,
    delivered_at timestamptz,
    CONSTRAINT receipts_number_key UNIQUE (tenant_id, year, number),
    CONSTRAINT receipts_payment_id_key UNIQUE (tenant_id, unit_id, payment_id),
    CONSTRAINT receipts_payment_id_fkey FOREIGN KEY (tenant_id, unit_id, payment_id)
        REFERENCES payments (tenant_id, unit_id, id),
    CONSTRAINT receipts_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES buildings (tenant_id, id)
);
CREATE INDEX receipts_building_id_idx ON receipts (tenant_id, building_id);
CREATE INDEX receipts_created_at_idx ON receipts (tenant_id, created_at, id);
-- What waits for its document and its mail, across tenants.
CREATE INDEX receipts_undelivered_idx ON receipts (created_at) WHERE delivered_at IS NULL;

ALTER TABLE receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY receipts_tenant_policy ON receipts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');

CREATE TRIGGER receipts_no_delete BEFORE DELETE OR TRUNCATE ON receipts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
