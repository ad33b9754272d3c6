package io.buildingos.identity;

import static io.buildingos.kernel.Permission.MEMBER_READ;
import static io.buildingos.kernel.Permission.MEMBER_WRITE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import io.buildingos.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who belongs to the tenant, and as what. */
@Stateless
public class MemberService {
    private static final Listing<MemberView> LISTING = Listing.<MemberView>of(
                    "new io.buildingos.identity.MemberView(m.id, m.version, u.id, u.email, u.name, m.createdAt)",
                    "Membership m join User u on u.id = m.userId",
                    "m.id")
            .sort("createdAt", "m.createdAt", Instant.class)
            .filter("role", Role.class, "exists (select 1 from m.roles held where held.role = :role)")
            .filter("email", String.class, "u.email = lower(:email)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private TenantReferences references;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Event<AccessChanged> accessChanged;

    @Allowed(MEMBER_READ)
    public Page<MemberView> list(ListRequest request) {
        Page<MemberView> page = LISTING.page(entityManager, request, reached());
        Map<UUID, List<Grant>> grants = grantsOf(page.items());
        return new Page<>(
                page.items().stream()
                        .map(member -> member.with(grants.getOrDefault(member.id(), List.of())))
                        .toList(),
                page.next());
    }

    @Allowed(MEMBER_READ)
    public MemberView get(UUID id) {
        return view(load(id, MEMBER_READ));
    }

    @Allowed(MEMBER_WRITE)
    public MemberView changeRoles(UUID id, long version, ChangeRoles request) {
        Caller caller = currentCaller.get();
        List<UUID> owners = lockedOwners();
        Membership member = load(id, MEMBER_WRITE);
        member.requireVersion(version);
        Set<Grant> wanted = request.grants();
        check(new RoleChange(caller, member.userId().equals(caller.userId()), member.grants(), wanted), owners, id);
        references.requireBuildings(caller.requireTenant(), wanted.stream().map(Grant::buildingId), "roles");
        MemberView before = view(member);
        member.replaceGrants(wanted);
        // The roles are rows of their own: without this the member's version wouldn't tell of their change.
        entityManager.lock(member, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entityManager.flush();
        MemberView after = view(member);
        auditLog.changed("member.roles-changed", "member", id, before, after);
        accessChanged.fire(new AccessChanged(member.userId()));
        return after;
    }

    @Allowed(MEMBER_WRITE)
    public void remove(UUID id, long version) {
        Caller caller = currentCaller.get();
        List<UUID> owners = lockedOwners();
        Membership member = load(id, MEMBER_WRITE);
        member.requireVersion(version);
        check(new RoleChange(caller, member.userId().equals(caller.userId()), member.grants(), Set.of()), owners, id);
        MemberView before = view(member);
        entityManager.remove(member);
        auditLog.changed("member.removed", "member", id, before, Map.of());
        accessChanged.fire(new AccessChanged(member.userId()));
    }

    private static void check(RoleChange change, List<UUID> owners, UUID member) {
        change.requireAllowed();
        if (change.endsOwnership() && owners.stream().allMatch(member::equals)) {
            throw Refusal.of(ErrorCode.LAST_OWNER);
        }
    }

    /**
     * The memberships of the owners, their rows locked first of all: of two changes at once the second sees what the first
     * has left.
     */
    private List<UUID> lockedOwners() {
        return entityManager
                .createQuery(
                        "from MembershipRole r where r.role = io.buildingos.kernel.Role.TENANT_OWNER order by r.id",
                        MembershipRole.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(MembershipRole::membershipId)
                .toList();
    }

    private Membership load(UUID id, Permission permission) {
        Membership member = entityManager.find(Membership.class, id);
        Reach reach = currentCaller.get().reach(permission);
        if (member == null || member.grants().stream().noneMatch(grant -> RoleChange.covers(reach, grant))) {
            throw Refusal.notFound();
        }
        return member;
    }

    private MemberView view(Membership member) {
        return MemberView.of(member, entityManager.find(User.class, member.userId()));
    }

    /** An administrator of one building sees who works or lives there. */
    private Condition reached() {
        Reach reach = currentCaller.get().reach(MEMBER_READ);
        return reach.all()
                ? Condition.of("1 = 1", Map.of())
                : Condition.of(
                        "exists (select 1 from m.roles near where near.buildingId in :buildings)",
                        Map.of("buildings", reach.buildings()));
    }

    private Map<UUID, List<Grant>> grantsOf(List<MemberView> members) {
        return entityManager
                .createQuery("from MembershipRole r where r.membershipId in :ids", MembershipRole.class)
                .setParameter("ids", members.stream().map(MemberView::id).toList())
                .getResultStream()
                .collect(groupingBy(MembershipRole::membershipId, mapping(MembershipRole::grant, toList())));
    }
}
