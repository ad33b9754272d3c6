package io.buildingos.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf the thread works: made once by the request filter, a timer or a job's partition, never changed.
 *
 * @param userId null for nobody and for the system
 * @param tenantId the active tenant; null outside of any
 * @param ownUnits the units a resident lives in or owns, empty for everybody else
 * @param impersonatorId the super admin behind an impersonated session, else null
 * @param requestId in every log line, problem and audit entry
 * @param address where the request came from, as far as configured proxies are to be believed; null for the system
 */
public record Caller(
        Kind kind,
        String name,
        UUID userId,
        UUID sessionId,
        UUID tenantId,
        boolean tenantWritable,
        Set<Grant> grants,
        Set<UUID> ownUnits,
        UUID impersonatorId,
        String requestId,
        String address) {

    /** Where the caller comes from. */
    public enum Kind {
        ANONYMOUS,
        USER,
        SYSTEM
    }

    public Caller {
        Objects.requireNonNull(kind, "kind");
        grants = Set.copyOf(grants);
        ownUnits = Set.copyOf(ownUnits);
    }

    public static Caller anonymous(String requestId, String address) {
        return new Caller(
                Kind.ANONYMOUS, "anonymous", null, null, null, false, Set.of(), Set.of(), null, requestId, address);
    }

    /** The product's own work across tenants: a timer, a job. The name shows in the audit. */
    public static Caller system(String name) {
        return system(name, name);
    }

    /** The same, on account of a request that somebody made. */
    public static Caller system(String name, String requestId) {
        return new Caller(Kind.SYSTEM, name, null, null, null, true, Set.of(), Set.of(), null, requestId, null);
    }

    /** The same work, inside one tenant. */
    public Caller inTenant(UUID tenant) {
        return new Caller(
                kind,
                name,
                userId,
                sessionId,
                tenant,
                tenantWritable,
                grants,
                ownUnits,
                impersonatorId,
                requestId,
                address);
    }

    /** The same request, of which it is known now whose it is; still without any right. */
    public Caller recognizedAs(UUID user, String email) {
        return new Caller(
                Kind.USER,
                email,
                user,
                sessionId,
                tenantId,
                tenantWritable,
                grants,
                ownUnits,
                impersonatorId,
                requestId,
                address);
    }

    /** The same person at another tenant's door, without any right behind it. */
    public Caller atTheDoorOf(UUID tenant) {
        return new Caller(
                kind, name, userId, sessionId, tenant, true, Set.of(), Set.of(), impersonatorId, requestId, address);
    }

    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }

    public boolean isAuthenticated() {
        return kind != Kind.ANONYMOUS;
    }

    /** Whether some grant, whatever its reach, holds the permission. The service narrows it by {@link #reach}. */
    public boolean holds(Permission permission) {
        return isSystem() || grants.stream().anyMatch(grant -> grant.role().permits(permission));
    }

    public boolean holdsRole(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Which buildings and units the permission reaches. */
    public Reach reach(Permission permission) {
        return isSystem() ? Reach.everything() : Reach.of(grants, ownUnits, permission);
    }

    public Optional<UUID> tenant() {
        return Optional.ofNullable(tenantId);
    }

    public UUID requireTenant() {
        return tenant().orElseThrow(() -> Refusal.of(ErrorCode.NO_ACTIVE_TENANT));
    }

    public UUID requireUser() {
        if (userId == null) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        return userId;
    }
}
