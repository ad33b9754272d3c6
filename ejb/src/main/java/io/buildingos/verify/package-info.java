/**
 * Runs of the verification as the server makes and shows them.
 *
 * <p>Owns nothing: checks and tables are those of {@code io.buildingos.verification}, which the operator's command line and
 * the drills use as well. Invariants: one job, however often it is restarted, is one run; a check's result is kept whole or
 * not at all. Depends on the kernel, and on the platform for its settings.
 */
package io.buildingos.verify;
