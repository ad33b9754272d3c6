package io.buildingos.kernel;

/** What a service method asks of its caller; which role holds what is said in {@link Role} alone. */
public enum Permission {
    BUILDING_READ,
    BUILDING_WRITE,
    OCCUPANT_READ,
    OCCUPANT_WRITE,
    MEMBER_READ,
    MEMBER_WRITE,
    SETTINGS_READ,
    SETTINGS_WRITE,
    REPORT_READ,
    AUDIT_READ,
    /** The platform's own acts: tenants, jobs, audit across tenants. */
    PLATFORM;

    /** Writing is refused in a suspended tenant. */
    public boolean writes() {
        return name().endsWith("_WRITE");
    }
}
