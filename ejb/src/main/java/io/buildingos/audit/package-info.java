/**
 * Who changed what, when, from where, on whose behalf.
 *
 * <p>Owns {@code audit_entries}, {@code audit_seals}, {@code audit_chains} and {@code audit_unsealed}. Invariants: an entry
 * is written in the transaction of the change it tells of; no entry and no seal is ever updated or deleted; every entry
 * hangs in its tenant's hash chain within seconds. Depends on the kernel alone; every feature depends on it.
 */
package io.buildingos.audit;
