/**
 * What happened and how things stand, computed by the database: figures of money, tickets, announcements and activity, and
 * whole tables as files.
 *
 * <p>Owns no table. Invariants: every statement names the tenant and keeps to the caller's reach; a report costs the same
 * number of statements whatever it counts; an export is written row by row as rows come and never held; amounts of
 * different currencies are never added up. Depends on the kernel, the tenancy, the audit and the announcements.
 */
package io.buildingos.report;
