/**
 * The tenant's directory of people, and who owns or lives in which unit since when.
 *
 * <p>Owns {@code people} and {@code occupancies}. Invariants: a user is linked to one person of a tenant at most, and only
 * if a member of it; a person has a role in a unit once at a time; a unit has one primary occupant of a role at a time; an
 * occupancy is ended, never deleted. Depends on the kernel, the audit, the tenancy (plan limits, calendar) and the
 * buildings; it asks the identity's memberships by query.
 */
package io.buildingos.occupancy;
