/**
 * Demonstration data: companies with users of every role, buildings, units, people and the working days of the last months.
 *
 * <p>Owns no table. Writes rows of every feature by set-based SQL, past the services and the plan's limits, and so is refused
 * wherever the data could be somebody's ({@link io.buildingos.seed.ProductionGuard}). Money moves by the ledger's own rules
 * all the same: what covers which debt, and what it sums to, is theirs. Invariants: the same parameters give the same data,
 * ids included; each piece is written in one transaction and never again, so that a second run changes nothing, and neither
 * what people have done with the data in between; afterwards {@code verify} finds nothing. May depend on every feature;
 * none on it.
 */
package io.buildingos.seed;
