package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.identity.InvitationAnswerService.Accepted;
import io.buildingos.identity.InvitationAnswerService.InvitationOffer;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.SystemScope;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.PlanLimits;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The transactions behind {@link InvitationAnswerService}. */
@Stateless
public class Admission {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private TenantReferences references;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccessChanged> accessChanged;

    @Open(Open.To.ANYBODY)
    @SystemScope("the token says which tenant")
    public Optional<Offer> find(String token) {
        return entityManager
                .createQuery(
                        "select i, t from Invitation i join Tenant t on t.id = i.tenantId where i.tokenHash = :hash",
                        Object[].class)
                .setParameter("hash", OpaqueToken.hash(token))
                .getResultStream()
                .findFirst()
                .filter(row -> ((Tenant) row[1]).status() == Tenant.Status.ACTIVE)
                .filter(row -> ((Invitation) row[0]).statusAt(clock.instant()) == Invitation.Status.PENDING)
                .map(row -> offer((Invitation) row[0], (Tenant) row[1]));
    }

    /**
     * Takes the place, inside the tenant.
     *
     * @param passwordHash null: of the caller's own account
     */
    @Open(Open.To.ANYBODY)
    public Accepted admit(String token, String name, String passwordHash) {
        Instant now = clock.instant();
        Invitation invitation = entityManager
                .createQuery("from Invitation i where i.tokenHash = :hash", Invitation.class)
                .setParameter("hash", OpaqueToken.hash(token))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (invitation.statusAt(now) != Invitation.Status.PENDING) {
            throw Refusal.notFound();
        }
        planLimits.claim(CountedResource.USERS, 1);
        Tenant tenant = entityManager.find(Tenant.class, invitation.tenantId());
        User user = passwordHash == null ? caller() : newUser(invitation, tenant, name, passwordHash);
        user.verifyEmail(now);
        invitation.accept(now);
        Membership member = new Membership(tenant.id(), user.id(), now);
        member.grant(invitation.grant());
        entityManager.persist(member);
        entityManager.flush();
        if (invitation.personId() != null) {
            references.link(tenant.id(), invitation.personId(), user.id());
        }
        auditLog.happened(
                "invitation.accepted", "invitation", invitation.id(), Map.of("user", user.id(), "member", member.id()));
        auditLog.created("member", member.id(), MemberView.of(member, user));
        accessChanged.fire(new AccessChanged(user.id()));
        return new Accepted(member.id(), tenant.id(), tenant.name(), user.email());
    }

    private User newUser(Invitation invitation, Tenant tenant, String name, String passwordHash) {
        User user = new User(invitation.email(), name, tenant.locale(), passwordHash, clock.instant());
        entityManager.persist(user);
        entityManager.flush();
        return user;
    }

    private User caller() {
        User user = entityManager.find(User.class, currentCaller.get().requireUser());
        if (user.superAdmin()) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "A super admin is a member of no tenant.");
        }
        return user;
    }

    private Offer offer(Invitation invitation, Tenant tenant) {
        long accounts = entityManager
                .createQuery("select count(*) from User u where u.email = :email", Long.class)
                .setParameter("email", invitation.email())
                .getSingleResult();
        return new Offer(
                tenant.id(),
                tenant.name(),
                invitation.email(),
                invitation.role(),
                buildingName(invitation),
                invitation.expiresAt(),
                accounts > 0);
    }

    private String buildingName(Invitation invitation) {
        return invitation.buildingId() == null
                ? null
                : references.buildingName(invitation.tenantId(), invitation.buildingId());
    }

    /** A pending invitation, with what only this feature may know of it. */
    record Offer(
            UUID tenantId,
            String tenantName,
            String email,
            Role role,
            String buildingName,
            Instant expiresAt,
            boolean accountExists) {
        InvitationOffer shown() {
            return new InvitationOffer(tenantName, email, role, buildingName, expiresAt, accountExists);
        }
    }
}
