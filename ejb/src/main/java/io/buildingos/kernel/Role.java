package io.buildingos.kernel;

import static io.buildingos.kernel.Permission.*;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who somebody is in a tenant, and the one table of what that allows. */
public enum Role {
    /** Of the platform, not of a tenant: reaches a tenant's data by impersonation only. */
    SUPER_ADMIN(EnumSet.of(PLATFORM)),
    TENANT_OWNER(administration()),
    TENANT_ADMIN(administration()),
    OPERATOR(operation()),
    /** Everything a resident holds reaches the own unit and its building, never the tenant. */
    RESIDENT(EnumSet.of(
            BUILDING_READ,
            OCCUPANT_READ,
            TICKET_READ,
            TICKET_WRITE,
            DOCUMENT_READ,
            DOCUMENT_UPLOAD,
            ANNOUNCEMENT_READ,
            CHARGE_READ,
            PAYMENT_READ,
            PAYMENT_SUBMIT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The roles that permit it. */
    public static List<Role> permitting(Permission permission) {
        return Arrays.stream(values()).filter(role -> role.permits(permission)).toList();
    }

    /** The roles an invitation may carry: an owner is made by signup or by another owner, never by mail. */
    public static Set<Role> invitable() {
        return Arrays.stream(values())
                .filter(role -> role != SUPER_ADMIN && role != TENANT_OWNER)
                .collect(toUnmodifiableSet());
    }

    /** Whether somebody with this role may act on the membership of somebody with the other one. */
    public boolean mayManage(Role other) {
        return permits(MEMBER_WRITE) && (this == TENANT_OWNER || other != TENANT_OWNER);
    }

    private static EnumSet<Permission> operation() {
        return EnumSet.of(
                BUILDING_READ,
                OCCUPANT_READ,
                OCCUPANT_WRITE,
                TICKET_READ,
                TICKET_WRITE,
                TICKET_MANAGE,
                DOCUMENT_READ,
                DOCUMENT_UPLOAD,
                DOCUMENT_WRITE,
                ANNOUNCEMENT_READ,
                ANNOUNCEMENT_WRITE,
                VENDOR_READ,
                VENDOR_WRITE,
                CHARGE_READ,
                CHARGE_WRITE,
                PAYMENT_READ,
                PAYMENT_SUBMIT,
                PAYMENT_REVIEW,
                REPORT_READ);
    }

    private static EnumSet<Permission> administration() {
        EnumSet<Permission> all = operation();
        all.addAll(EnumSet.of(
                BUILDING_WRITE,
                QUOTE_APPROVE,
                MEMBER_READ,
                MEMBER_WRITE,
                SETTINGS_READ,
                SETTINGS_WRITE,
                PLAN_WRITE,
                SUPPORT_READ,
                SUPPORT_WRITE,
                AUDIT_READ));
        return all;
    }
}
