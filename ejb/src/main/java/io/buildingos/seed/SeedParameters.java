package io.buildingos.seed;

/**
 * How much demonstration data, and which.
 *
 * @param tenants how many, each a partition of the job
 * @param buildings a tenant
 * @param units a building
 * @param months how far back the history goes; 0: there is none
 * @param seed the same figure gives the same data, ids included
 */
public record SeedParameters(Profile profile, int tenants, int buildings, int units, int months, long seed) {
    /** Where the data is for; in staging the demonstration users' known password opens nothing. */
    public enum Profile {
        DEVELOPMENT,
        STAGING
    }

    public int unitsOfTenant() {
        return buildings * units;
    }
}
