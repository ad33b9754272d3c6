package io.buildingos.tenancy;

/** What plans count, and the statement that counts it: archived things and ended occupancies don't weigh. */
public enum CountedResource {
    BUILDINGS("select count(*) from Building b where b.archivedAt is null"),
    UNITS("select count(*) from Unit u where u.archivedAt is null"),
    USERS("select count(*) from Membership m"),
    OCCUPANTS("select count(*) from Occupancy o where o.endsOn is null");

    private final String count;

    CountedResource(String count) {
        this.count = count;
    }

    String count() {
        return count;
    }
}
