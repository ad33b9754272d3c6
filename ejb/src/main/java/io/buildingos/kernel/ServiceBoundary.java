package io.buildingos.kernel;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Stands around every service method (default interceptor of the module): permission first, then the transaction's
 * tenant, then the work, then the flush, so that a broken rule of the database is answered as the same refusal as the
 * check in Java that it backs.
 */
public class ServiceBoundary {
    private static final Pattern EXCLUSION = Pattern.compile("\"(\\w+_excl)\"");

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private TransactionScope transactionScope;

    @PersistenceContext
    private EntityManager entityManager;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        Method method = invocation.getMethod();
        Caller caller = currentCaller.get();
        check(method, caller);
        if (transaction.getTransactionKey() == null) {
            return invocation.proceed();
        }
        CurrentCaller.Scope opened = transactionScope.open(caller, method.isAnnotationPresent(SystemScope.class));
        try {
            Object result = invocation.proceed();
            if (opened != null && !transaction.getRollbackOnly()) {
                entityManager.flush();
            }
            return result;
        } catch (PersistenceException failure) {
            throw translated(failure);
        } finally {
            if (opened != null) {
                opened.close();
            }
        }
    }

    /** Fail closed: a method that says nothing about who may call it can't be called. */
    private static void check(Method method, Caller caller) {
        Allowed allowed = method.getAnnotation(Allowed.class);
        if (allowed != null) {
            checkPermission(allowed.value(), caller);
            return;
        }
        Open open = method.getAnnotation(Open.class);
        if (open == null) {
            throw new IllegalStateException(method + " says nothing about who may call it");
        }
        if (open.value() == Open.To.LOGGED_IN && !caller.isAuthenticated()) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        if (open.value() == Open.To.SYSTEM && !caller.isSystem()) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
    }

    private static void checkPermission(Permission permission, Caller caller) {
        if (!caller.isAuthenticated()) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        if (!caller.holds(permission)) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        if (permission.writes() && !caller.tenantWritable()) {
            throw Refusal.of(ErrorCode.TENANT_SUSPENDED);
        }
    }

    private static RuntimeException translated(PersistenceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (PassingFailure.isLostRace(cause)) {
                return Refusal.of(ErrorCode.UNAVAILABLE);
            }
            if (cause instanceof ConstraintViolationException broken) {
                String constraint = brokenConstraint(broken);
                return ErrorCode.guardedBy(constraint)
                        .or(() -> Optional.ofNullable(constraint)
                                .filter(name -> name.endsWith("_fkey"))
                                .map(name -> ErrorCode.CONFLICT))
                        .<RuntimeException>map(Refusal::of)
                        .orElse(failure);
            }
        }
        return failure instanceof OptimisticLockException ? Refusal.of(ErrorCode.VERSION_MISMATCH) : failure;
    }

    /** Hibernate doesn't know the names of exclusion constraints: those are read off PostgreSQL's message. */
    private static String brokenConstraint(ConstraintViolationException broken) {
        if (broken.getConstraintName() != null) {
            return broken.getConstraintName();
        }
        Matcher exclusion =
                EXCLUSION.matcher(String.valueOf(broken.getSQLException().getMessage()));
        return exclusion.find() ? exclusion.group(1) : null;
    }
}
