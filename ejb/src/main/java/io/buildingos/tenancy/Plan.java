package io.buildingos.tenancy;

import java.util.EnumSet;
import java.util.Set;

/** What a tenant pays for: how many of each counted thing, and which features. */
public enum Plan {
    FREE(1, 10, 2, 20, 500 * Plan.MEBIBYTE, EnumSet.noneOf(Feature.class)),
    BASIC(3, 100, 10, 200, 5 * Plan.GIBIBYTE, EnumSet.of(Feature.EXPORT)),
    PRO(10, 500, 50, 1_000, 50 * Plan.GIBIBYTE, EnumSet.of(Feature.EXPORT, Feature.BULK)),
    ENTERPRISE(999, 9_999, 999, 99_999, 1_024 * Plan.GIBIBYTE, EnumSet.allOf(Feature.class));

    private static final long MEBIBYTE = 1_048_576;
    private static final long GIBIBYTE = 1_024 * MEBIBYTE;

    /** What a plan includes or not. */
    public enum Feature {
        EXPORT,
        BULK
    }

    private final int buildings;
    private final int units;
    private final int users;
    private final int occupants;
    private final long storageBytes;
    private final Set<Feature> features;

    Plan(int buildings, int units, int users, int occupants, long storageBytes, Set<Feature> features) {
        this.buildings = buildings;
        this.units = units;
        this.users = users;
        this.occupants = occupants;
        this.storageBytes = storageBytes;
        this.features = Set.copyOf(features);
    }

    public long limit(CountedResource resource) {
        return switch (resource) {
            case BUILDINGS -> buildings;
            case UNITS -> units;
            case USERS -> users;
            case OCCUPANTS -> occupants;
            case STORAGE_BYTES -> storageBytes;
        };
    }

    public Set<Feature> features() {
        return features;
    }

    public boolean includes(Feature feature) {
        return features.contains(feature);
    }
}
