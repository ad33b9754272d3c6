/**
 * What tenants ask the platform, and what it answers.
 *
 * <p>Owns {@code support_tickets} and {@code support_messages}. Invariants: a support ticket is seen by those who
 * administer its whole tenant and by super admins, by nobody else; the status says who is to speak next; messages are
 * never changed, and none is added to a closed ticket. Whoever writes tells the other side: the platform's people by
 * mail, the tenant's who have written on the ticket in their feed. What the platform does stands in the tenant's log.
 *
 * <p>Depends on the kernel, the audit, the notification and the tenancy and, by query, on the identity's users.
 */
package io.buildingos.support;
