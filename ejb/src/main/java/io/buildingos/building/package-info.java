/**
 * Buildings and their units.
 *
 * <p>Owns {@code buildings} and {@code units}. Invariants: names are unique in the tenant and codes in the building,
 * without case; the shares of a building's units are all absent or sum to one; nothing is deleted that has a history.
 * Depends on the kernel, the audit and the tenancy's plan limits.
 */
package io.buildingos.building;
