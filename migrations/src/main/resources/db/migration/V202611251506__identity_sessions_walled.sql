-- A session stands in one tenant at a time, or in none: only the system's scope, in which people log in, refresh and
-- look at their own sessions, sees those of others.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY sessions_tenant_policy ON sessions
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system')
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid)
        OR (SELECT current_setting('app.scope', true)) = 'system');
