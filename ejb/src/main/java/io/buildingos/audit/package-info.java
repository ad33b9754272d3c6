/**
 * Who changed what, when, from where, on whose behalf.
 *
 * <p>Owns {@code audit_entries} and {@code audit_seals}. Invariants: an entry is written in the transaction of the change
 * it tells of; nothing here is ever updated or deleted; every sealed entry hangs in its tenant's hash chain. Depends on
 * the kernel alone; every feature depends on it.
 */
package io.buildingos.audit;
