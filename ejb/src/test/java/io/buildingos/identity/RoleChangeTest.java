package io.buildingos.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleChangeTest {
    private static final UUID NORTH = new UUID(1, 1);
    private static final UUID SOUTH = new UUID(1, 2);
    private static final Grant OWNER = Grant.tenantWide(Role.TENANT_OWNER);
    private static final Grant ADMIN = Grant.tenantWide(Role.TENANT_ADMIN);
    private static final Grant OPERATOR = Grant.tenantWide(Role.OPERATOR);
    private static final Grant ADMIN_NORTH = new Grant(Role.TENANT_ADMIN, NORTH);

    @Test
    void letsAnOwnerMakeAnother() {
        allowed(OWNER, false, Set.of(ADMIN), Set.of(OWNER));
    }

    @Test
    void keepsAdministratorsFromMakingOrTouchingOwners() {
        refused(ErrorCode.FORBIDDEN, ADMIN, false, Set.of(OPERATOR), Set.of(OWNER));
        refused(ErrorCode.FORBIDDEN, ADMIN, false, Set.of(OWNER), Set.of(OPERATOR));
        refused(ErrorCode.FORBIDDEN, ADMIN, false, Set.of(OWNER), Set.of());
        refused(ErrorCode.FORBIDDEN, ADMIN, false, Set.of(OWNER), Set.of(OWNER, OPERATOR));
    }

    @Test
    void letsNobodyRaiseTheirOwnRole() {
        refused(ErrorCode.OWN_ROLE_RAISED, ADMIN, true, Set.of(ADMIN), Set.of(OWNER));
        refused(ErrorCode.OWN_ROLE_RAISED, ADMIN_NORTH, true, Set.of(ADMIN_NORTH), Set.of(ADMIN));
        refused(
                ErrorCode.OWN_ROLE_RAISED,
                ADMIN_NORTH,
                true,
                Set.of(ADMIN_NORTH),
                Set.of(new Grant(Role.TENANT_ADMIN, SOUTH)));
    }

    @Test
    void letsPeopleStepDown() {
        allowed(OWNER, true, Set.of(OWNER), Set.of(ADMIN));
        allowed(ADMIN, true, Set.of(ADMIN), Set.of(new Grant(Role.OPERATOR, NORTH)));
        assertTrue(new RoleChange(caller(OWNER), true, Set.of(OWNER), Set.of(ADMIN)).endsOwnership());
        assertFalse(new RoleChange(caller(OWNER), true, Set.of(ADMIN), Set.of(OPERATOR)).endsOwnership());
    }

    @Test
    void keepsAnAdministratorOfOneBuildingInIt() {
        allowed(ADMIN_NORTH, false, Set.of(), Set.of(new Grant(Role.OPERATOR, NORTH)));
        refused(ErrorCode.FORBIDDEN, ADMIN_NORTH, false, Set.of(), Set.of(new Grant(Role.OPERATOR, SOUTH)));
        refused(ErrorCode.FORBIDDEN, ADMIN_NORTH, false, Set.of(), Set.of(OPERATOR));
        refused(ErrorCode.FORBIDDEN, ADMIN_NORTH, false, Set.of(OPERATOR), Set.of());
    }

    @Test
    void keepsOperatorsFromManagingAnybody() {
        refused(ErrorCode.FORBIDDEN, OPERATOR, false, Set.of(), Set.of(Grant.tenantWide(Role.RESIDENT)));
    }

    private static void allowed(Grant caller, boolean own, Set<Grant> before, Set<Grant> after) {
        assertDoesNotThrow(new RoleChange(caller(caller), own, before, after)::requireAllowed);
    }

    private static void refused(ErrorCode code, Grant caller, boolean own, Set<Grant> before, Set<Grant> after) {
        Refusal refusal =
                assertThrows(Refusal.class, new RoleChange(caller(caller), own, before, after)::requireAllowed);
        assertEquals(code, refusal.code());
    }

    private static Caller caller(Grant grant) {
        UUID id = new UUID(9, 9);
        return new Caller(
                Caller.Kind.USER, "ana@example.com", id, id, id, true, Set.of(grant), Set.of(), null, "r", null);
    }
}
