package io.buildingos.tenancy;

/**
 * What plans count, and the statement that counts it: what is archived, stands in an archived building or has ended
 * doesn't weigh. An occupant is an occupancy: one person in two units counts twice. Of documents every revision weighs.
 */
public enum CountedResource {
    BUILDINGS("select count(*) from Building b where b.tenantId = :tenant and b.archivedAt is null"),
    UNITS("select count(*) from Unit u join Building b on b.id = u.buildingId"
            + " where u.tenantId = :tenant and u.archivedAt is null and b.archivedAt is null"),
    USERS("select count(*) from Membership m where m.tenantId = :tenant"),
    OCCUPANTS("select count(*) from Occupancy o where o.tenantId = :tenant"
            + " and (o.endsOn is null or o.endsOn >= :today)"),
    STORAGE_BYTES("select coalesce(sum(r.size), 0) from DocumentRevision r where r.tenantId = :tenant");

    private final String count;

    CountedResource(String count) {
        this.count = count;
    }

    String count() {
        return count;
    }

    /** Whether what counts changes with the day. */
    boolean countsByDay() {
        return this == OCCUPANTS;
    }
}
