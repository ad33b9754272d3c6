/**
 * The door to every job: which there are, what they take, who may start, stop and restart them.
 *
 * <p>Owns no table; JBeret's are read through the platform feature. Invariant: nothing else in the product touches
 * JobOperator, so that every launch is permitted, checked and audited in one place.
 */
package io.buildingos.batch.jobs;
