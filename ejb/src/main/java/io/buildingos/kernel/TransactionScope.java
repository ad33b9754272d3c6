package io.buildingos.kernel;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Tells both walls, once a transaction, whose rows it may see: Hibernate's tenant filter through
 * {@link TenantResolver}, PostgreSQL's row security through two settings that end with the transaction.
 */
@ApplicationScoped
class TransactionScope {
    private static final String OPENED = TransactionScope.class.getName();

    private static final String SET = "select set_config('app.tenant', ?, true), set_config('app.scope', ?, true)";

    @PersistenceContext
    private EntityManager entityManager;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Clock clock;

    /**
     * Opened by the first boundary in a transaction, which closes it; those inside find it open and get null. One that comes
     * after the first, as in a job's chunk, takes up its tenant.
     */
    CurrentCaller.Scope open(Caller caller, boolean system) {
        UUID tenant = system || (caller.isSystem() && caller.tenantId() == null)
                ? TenantResolver.EVERY_TENANT
                : caller.tenant().orElse(TenantResolver.NO_TENANT);
        Object opened = transaction.getResource(OPENED);
        if (opened != null) {
            if (system && !opened.equals(TenantResolver.EVERY_TENANT)) {
                throw new IllegalStateException("system scope asked for inside a tenant's transaction");
            }
            return reopened((UUID) opened);
        }
        transaction.putResource(OPENED, tenant);
        UUID before = TenantResolver.swap(tenant);
        String setting = tenant.equals(TenantResolver.EVERY_TENANT) ? "" : tenant.toString();
        String scope = tenant.equals(TenantResolver.EVERY_TENANT) ? "system" : "tenant";
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SET)) {
                statement.setString(1, setting);
                statement.setString(2, scope);
                statement.execute();
            }
            IdempotencyMark.leave(connection, clock.instant());
        });
        return () -> TenantResolver.swap(before);
    }

    private static CurrentCaller.Scope reopened(UUID tenant) {
        if (tenant.equals(TenantResolver.current())) {
            return null;
        }
        UUID before = TenantResolver.swap(tenant);
        return () -> TenantResolver.swap(before);
    }
}
