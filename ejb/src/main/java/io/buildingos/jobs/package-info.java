/**
 * What is known about jobs and their executions: who launched them, where they run, how far they are, what they said, when
 * they start by themselves.
 *
 * <p>Owns {@code job_runs}, {@code job_nodes}, {@code job_progress}, {@code job_log_lines} and {@code job_schedules}, and
 * JBeret's {@code job_instance}, {@code job_execution}, {@code step_execution} and {@code partition_execution}, which JBeret
 * writes and this only reads and mends. Invariants: every execution has one run, whichever door it came through; of a job
 * that must not overlap with itself at most one run hasn't ended; a run of a process that is gone ends as FAILED. Knows
 * nothing of Jakarta Batch: the boundary that operates jobs is in the batch module. Depends on audit; any feature may
 * depend on it.
 */
package io.buildingos.jobs;
