/**
 * The jobs {@code backup}, {@code restore-drill} and {@code retention}.
 *
 * <p>Own nothing: the work is done by {@code io.buildingos.backup}, which the operator's command line uses as well, and by
 * the platform's {@code RowRetention}, and the documents' {@code DocumentSweep}. Invariants: a restarted backup or drill begins anew, since a snapshot can't be
 * continued; a stopped one leaves nothing that looks complete.
 */
package io.buildingos.batch.backup;
