/**
 * Measures the product beside what it can't beat: a bare Undertow handler, pgbench with the same statements, the raw hash,
 * COPY, an empty server's start. Figures are ratios within one run, so that they mean the same on any machine.
 */
package io.buildingos.benchmark;
