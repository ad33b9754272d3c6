/**
 * What is announced to the people of a tenant, and who has read it.
 *
 * <p>Owns {@code announcements}, {@code announcement_targets} and {@code announcement_receipts}. Invariants: only a DRAFT is
 * changed or deleted; what is SENT was sent once, however many pressed the button, and stays; its recipients are those the
 * targets meant at that moment, each once, and nobody who comes later. A role over single buildings announces to those
 * buildings and their units alone, and doesn't see what goes further, unless it was sent to them.
 *
 * <p>A BUILDING means who occupies one of its units today and who works for it alone; a UNIT who occupies it today; a ROLE
 * its members; the TENANT everybody of these. Who has no account is reached by e-mail or not at all, and then is no
 * recipient. Depends on the kernel, the audit, the tenancy, the buildings and the notification; it asks people, occupancies,
 * users and memberships by query.
 */
package io.buildingos.announcement;
