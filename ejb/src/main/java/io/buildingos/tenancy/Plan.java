package io.buildingos.tenancy;

import java.util.EnumSet;
import java.util.Set;

/** What a tenant pays for: how many of each counted thing, and which features. */
public enum Plan {
    FREE(1, 10, 2, 20, EnumSet.noneOf(Feature.class)),
    BASIC(3, 100, 10, 200, EnumSet.of(Feature.EXPORT)),
    PRO(10, 500, 50, 1_000, EnumSet.of(Feature.EXPORT, Feature.BULK)),
    ENTERPRISE(999, 9_999, 999, 99_999, EnumSet.allOf(Feature.class));

    /** What a plan includes or not. */
    public enum Feature {
        EXPORT,
        BULK
    }

    private final int buildings;
    private final int units;
    private final int users;
    private final int occupants;
    private final Set<Feature> features;

    Plan(int buildings, int units, int users, int occupants, Set<Feature> features) {
        this.buildings = buildings;
        this.units = units;
        this.users = users;
        this.occupants = occupants;
        this.features = Set.copyOf(features);
    }

    public int limit(CountedResource resource) {
        return switch (resource) {
            case BUILDINGS -> buildings;
            case UNITS -> units;
            case USERS -> users;
            case OCCUPANTS -> occupants;
        };
    }

    public Set<Feature> features() {
        return features;
    }

    public boolean includes(Feature feature) {
        return features.contains(feature);
    }
}
