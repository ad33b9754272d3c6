/**
 * What people ask for, report and complain about, what is said on it and what becomes of it.
 *
 * <p>Owns {@code tickets}, {@code ticket_numbers}, {@code ticket_comments}, {@code ticket_events} and
 * {@code ticket_attachments}. Invariants: a ticket
 * belongs to one building for ever, and to one of its units or to none; it moves along the arrows of
 * {@link io.buildingos.ticket.Ticket.Status} only; its number is the next in the tenant; it is assigned to nobody but a
 * member who may manage it; whatever happens to it is in its history. Comments are never changed.
 *
 * <p>A resident opens tickets for the own unit, always of MEDIUM priority, and edits none. They see every ticket of the
 * units they occupy today, whoever opened it, and none of a unit they have left; of the comments the public ones, of the
 * history how its status changed.
 *
 * <p>Whom a ticket concerns is told, by feed and mail: those who manage the building's tickets of a new one, whoever gets
 * it, its opener of each step and public comment, the building's administrators of what presses and nobody takes. Depends
 * on the kernel, the audit, the notification, the tenancy, the buildings, the documents and, by query, on the identity's
 * users and memberships.
 */
package io.buildingos.ticket;
