/**
 * Proves what the data promises: named, set-based questions to a whole database, whose answers are what is wrong.
 *
 * <p>One implementation for the job, the operator's command line and the restore drill. Each question is an SQL file beside
 * this package, with its severity and its promise in the header; those about references are made from the database's own
 * catalogue. What one look over the books proves isn't asked. Owns {@code verification_runs}, {@code verification_results} and {@code verification_findings}. Invariants:
 * nothing is changed but these; what can't be asked is told with the reason, never left out.
 */
package io.buildingos.verification;
