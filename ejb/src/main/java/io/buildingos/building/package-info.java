/**
 * Buildings and their units.
 *
 * <p>Owns {@code buildings} and {@code units}. Invariants: names are unique in the tenant and codes in the building,
 * without case; the shares of a building's open units sum to exactly one or are absent (a unit added later may lack one:
 * the set is then incomplete, never wrong); nothing is deleted that has a history. Depends on the kernel, the audit and
 * the tenancy (plan limits, calendar); it asks by query only for the occupancies and tickets, which depend on it.
 */
package io.buildingos.building;
