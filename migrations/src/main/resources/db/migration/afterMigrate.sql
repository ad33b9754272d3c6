-- What the application's role may do, renewed after every deployment. Only what was made by us is granted: a table of
-- an extension belongs to whoever installed that.
DO $grants$
DECLARE
    application_role CONSTANT name := '${applicationRole}';
    relation record;
BEGIN
    -- Two deployments at once would update the same rows of the catalogue.
    PERFORM pg_advisory_xact_lock(hashtext('buildingos grants'));

    IF application_role = current_user THEN
        RETURN;
    END IF;

    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), application_role);

    FOR relation IN
        SELECT c.relname, c.relkind
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace
            AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND pg_has_role(c.relowner, 'USAGE')
        ORDER BY c.relname
    LOOP
        IF relation.relkind = 'S' THEN
            EXECUTE format('GRANT USAGE ON SEQUENCE %I TO %I', relation.relname, application_role);
        ELSIF relation.relname = 'flyway_schema_history' THEN
            EXECUTE format('GRANT SELECT ON %I TO %I', relation.relname, application_role);
        ELSIF relation.relname IN ('audit_entries', 'audit_seals', 'ledger_entries') THEN
            -- Append-only: what was written can't be unwritten by a mistake or a break-in.
            EXECUTE format('GRANT SELECT, INSERT ON %I TO %I', relation.relname, application_role);
            EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %I', relation.relname, application_role);
        ELSE
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', relation.relname, application_role);
        END IF;
    END LOOP;
END
$grants$;
