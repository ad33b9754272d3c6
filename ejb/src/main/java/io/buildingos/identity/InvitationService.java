package io.buildingos.identity;

import static io.buildingos.kernel.Permission.MEMBER_READ;
import static io.buildingos.kernel.Permission.MEMBER_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Invites people into the tenant, by mail. */
@Stateless
public class InvitationService {
    private static final String STATUS = "(case when i.status = io.buildingos.identity.Invitation$Status.PENDING"
            + " and i.expiresAt <= :now then io.buildingos.identity.Invitation$Status.EXPIRED else i.status end)";

    private static final Listing<InvitationView> LISTING = Listing.<InvitationView>of(
                    "new io.buildingos.identity.InvitationView(i.id, i.version, i.email, i.role, i.buildingId,"
                            + " i.personId, " + STATUS + ", i.invitedBy, i.createdAt, i.expiresAt, i.answeredAt)",
                    "Invitation i",
                    "i.id")
            .sort("createdAt", "i.createdAt", Instant.class)
            .filter("status", Invitation.Status.class, STATUS + " = :status")
            .filter("email", String.class, "i.email = lower(:email)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private TenantReferences references;

    @Inject
    private IdentityMails mails;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Allowed(MEMBER_READ)
    public Page<InvitationView> list(ListRequest request) {
        Reach reach = currentCaller.get().reach(MEMBER_READ);
        Map<String, Object> parameters = new HashMap<>(Map.of("now", clock.instant()));
        if (!reach.all()) {
            parameters.put("buildings", reach.buildings());
        }
        // What a list selects may use a parameter only if its conditions name it: this one lets everything pass.
        String always = "(i.createdAt <= :now or 1 = 1)";
        return LISTING.page(
                entityManager,
                request,
                Condition.of(reach.all() ? always : always + " and i.buildingId in :buildings", parameters));
    }

    @Allowed(MEMBER_READ)
    public InvitationView get(UUID id) {
        return InvitationView.of(load(id, MEMBER_READ), clock.instant());
    }

    @Allowed(MEMBER_WRITE)
    public InvitationView invite(InviteMember request) {
        Caller caller = currentCaller.get();
        UUID tenant = caller.requireTenant();
        Grant grant = request.grant();
        new RoleChange(caller, false, Set.of(), Set.of(grant)).requireAllowed();
        references.requireBuildings(tenant, Stream.ofNullable(grant.buildingId()), "buildingId");
        references.requirePerson(tenant, request.personId());
        String email = EmailAddress.normalized(request.email());
        requireNoMember(email);
        requireNonePending(email);
        OpaqueToken token = OpaqueToken.create();
        Invitation invitation = new Invitation(tenant, request, caller.requireUser(), token, clock.instant());
        entityManager.persist(invitation);
        mail(invitation, token);
        InvitationView view = InvitationView.of(invitation, clock.instant());
        auditLog.created("invitation", invitation.id(), view);
        return view;
    }

    @Allowed(MEMBER_WRITE)
    public InvitationView resend(UUID id) {
        Invitation invitation = load(id, MEMBER_WRITE);
        InvitationView before = InvitationView.of(invitation, clock.instant());
        OpaqueToken token = OpaqueToken.create();
        invitation.reopen();
        invitation.mailedAgain(token, clock.instant());
        mail(invitation, token);
        return changed("invitation.resent", invitation, before);
    }

    @Allowed(MEMBER_WRITE)
    public void revoke(UUID id, long version) {
        Invitation invitation = load(id, MEMBER_WRITE);
        invitation.requireVersion(version);
        InvitationView before = InvitationView.of(invitation, clock.instant());
        invitation.revoke(clock.instant());
        changed("invitation.revoked", invitation, before);
    }

    private InvitationView changed(String action, Invitation invitation, InvitationView before) {
        entityManager.flush();
        InvitationView after = InvitationView.of(invitation, clock.instant());
        auditLog.changed(action, "invitation", invitation.id(), before, after);
        return after;
    }

    private void mail(Invitation invitation, OpaqueToken token) {
        Tenant tenant = entityManager.find(Tenant.class, invitation.tenantId());
        User inviter = entityManager.find(User.class, currentCaller.get().requireUser());
        mails.invitation(tenant.id(), tenant.name(), tenant.locale(), inviter.name(), invitation.email(), token);
    }

    private void requireNoMember(String email) {
        long members = entityManager
                .createQuery(
                        "select count(*) from Membership m join User u on u.id = m.userId where u.email = :email",
                        Long.class)
                .setParameter("email", email)
                .getSingleResult();
        if (members > 0) {
            throw Refusal.of(ErrorCode.ALREADY_MEMBER);
        }
    }

    /** One that ran out makes room: from now on its row says EXPIRED too. */
    private void requireNonePending(String email) {
        entityManager
                .createQuery("update versioned Invitation i set i.status = :expired, i.answeredAt = i.expiresAt"
                        + " where i.email = :email and i.status = :pending and i.expiresAt <= :now")
                .setParameter("expired", Invitation.Status.EXPIRED)
                .setParameter("pending", Invitation.Status.PENDING)
                .setParameter("email", email)
                .setParameter("now", clock.instant())
                .executeUpdate();
        long pending = entityManager
                .createQuery(
                        "select count(*) from Invitation i where i.email = :email and i.status = :pending", Long.class)
                .setParameter("email", email)
                .setParameter("pending", Invitation.Status.PENDING)
                .getSingleResult();
        if (pending > 0) {
            throw Refusal.of(ErrorCode.INVITATION_PENDING);
        }
    }

    private Invitation load(UUID id, Permission permission) {
        Invitation invitation = entityManager.find(Invitation.class, id);
        if (invitation == null || !RoleChange.covers(currentCaller.get().reach(permission), invitation.grant())) {
            throw Refusal.notFound();
        }
        return invitation;
    }
}
