package io.buildingos.identity;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may change whose roles from what to what. Nothing about the last owner: that takes a look at the others.
 *
 * @param own whether the member is the caller
 * @param after empty when the member is removed, {@code before} empty when one is invited
 */
record RoleChange(Caller caller, boolean own, Set<Grant> before, Set<Grant> after) {

    void requireAllowed() {
        if (caller.isSystem()) {
            return;
        }
        if (own && !after.stream().allMatch(this::isHeldAlready)) {
            throw Refusal.of(ErrorCode.OWN_ROLE_RAISED);
        }
        if (!Stream.concat(before.stream(), after.stream()).allMatch(grant -> mayManage(grant.role()))) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Only an owner changes who is an owner.");
        }
        Reach reach = caller.reach(Permission.MEMBER_WRITE);
        if (!touched().stream().allMatch(grant -> covers(reach, grant))) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Your role reaches one building, this change goes further.");
        }
    }

    boolean endsOwnership() {
        return has(before, Role.TENANT_OWNER) && !has(after, Role.TENANT_OWNER);
    }

    static boolean covers(Reach reach, Grant grant) {
        return reach.all() || (!grant.coversTenant() && reach.coversBuilding(grant.buildingId()));
    }

    /** Roles are declared from the mightiest to the least; a lower one, or one of less reach, is no raise. */
    private boolean isHeldAlready(Grant wanted) {
        return before.stream()
                .anyMatch(held -> held.role().compareTo(wanted.role()) <= 0
                        && (held.coversTenant() || held.buildingId().equals(wanted.buildingId())));
    }

    private boolean mayManage(Role role) {
        return caller.grants().stream().anyMatch(grant -> grant.role().mayManage(role));
    }

    private Set<Grant> touched() {
        Set<Grant> touched = new HashSet<>(before);
        touched.addAll(after);
        touched.removeIf(grant -> before.contains(grant) && after.contains(grant));
        return touched;
    }

    private static boolean has(Set<Grant> grants, Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }
}
