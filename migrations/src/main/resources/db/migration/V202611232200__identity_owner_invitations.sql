-- An owner is invited too: by the platform alone, to a tenant it has opened.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE invitations DROP CONSTRAINT invitations_role_check;
ALTER TABLE invitations ADD CONSTRAINT invitations_role_check
    CHECK (role IN ('TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR', 'RESIDENT')) NOT VALID;
