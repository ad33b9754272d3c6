/**
 * The {@code seed} job: demonstration data for development and staging, refused in production.
 *
 * <p>Owns nothing; the rows are the platform feature's to write. Invariants: a second run doubles nothing, a restarted one
 * goes on at its checkpoint.
 */
package io.buildingos.batch.seed;
