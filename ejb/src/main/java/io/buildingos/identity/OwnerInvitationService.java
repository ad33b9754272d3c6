package io.buildingos.identity;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.SystemScope;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Invites the owner of a tenant that has none: only there a mail makes an owner. A tenant whose owner can log in is its
 * owner's, and the platform gets into it by impersonation alone.
 */
@Stateless
public class OwnerInvitationService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private IdentityMails mails;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /** The first one may have gone astray, the last owner may have been disabled: what was sent before is void. */
    @Allowed(PLATFORM)
    @SystemScope("the platform is a member of no tenant")
    public InvitationView invite(UUID tenantId, InviteOwner request) {
        Tenant tenant = entityManager.find(Tenant.class, tenantId, LockModeType.PESSIMISTIC_WRITE);
        if (tenant == null) {
            throw Refusal.notFound();
        }
        if (tenant.status() == Tenant.Status.CLOSED) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The tenant is closed: nobody gets into it any more.");
        }
        if (hasOwner(tenantId)) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The tenant has an owner who can log in.");
        }
        String email = EmailAddress.normalized(request.email());
        pending(tenantId, email).forEach(this::withdraw);
        entityManager.flush();
        return mail(tenant, email);
    }

    private InvitationView mail(Tenant tenant, String email) {
        UUID caller = currentCaller.get().requireUser();
        OpaqueToken token = OpaqueToken.create();
        InviteMember offer = new InviteMember(email, Role.TENANT_OWNER, null, null);
        Invitation invitation = new Invitation(tenant.id(), offer, caller, token, clock.instant());
        entityManager.persist(invitation);
        User inviter = entityManager.find(User.class, caller);
        mails.invitation(tenant.id(), tenant.name(), tenant.locale(), inviter.name(), email, token);
        InvitationView view = InvitationView.of(invitation, clock.instant());
        auditLog.changedIn(tenant.id(), "invitation.created", "invitation", invitation.id(), Map.of(), view);
        return view;
    }

    private void withdraw(Invitation invitation) {
        Instant now = clock.instant();
        InvitationView before = InvitationView.of(invitation, now);
        invitation.withdraw(now);
        auditLog.changedIn(
                invitation.tenantId(),
                "invitation.revoked",
                "invitation",
                invitation.id(),
                before,
                InvitationView.of(invitation, now));
    }

    private boolean hasOwner(UUID tenant) {
        return entityManager
                        .createQuery(
                                "select count(*) from Membership m join m.roles r join User u on u.id = m.userId"
                                        + " where m.tenantId = :tenant and r.role = :owner and u.disabledAt is null",
                                Long.class)
                        .setParameter("tenant", tenant)
                        .setParameter("owner", Role.TENANT_OWNER)
                        .getSingleResult()
                > 0;
    }

    private List<Invitation> pending(UUID tenant, String email) {
        return entityManager
                .createQuery(
                        "from Invitation i where i.tenantId = :tenant and i.status = :pending"
                                + " and (i.role = :owner or i.email = :email)",
                        Invitation.class)
                .setParameter("tenant", tenant)
                .setParameter("pending", Invitation.Status.PENDING)
                .setParameter("owner", Role.TENANT_OWNER)
                .setParameter("email", email)
                .getResultList();
    }
}
