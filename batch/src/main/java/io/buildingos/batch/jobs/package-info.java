/**
 * The door to every job: which there are, what they take, who may start, stop and restart them.
 *
 * <p>Owns no table; what is kept of jobs is the {@code jobs} feature's of the services. Invariants: nothing else in the
 * product touches JobOperator; every execution, also one that was started by the application server's own command line,
 * passes the same checks before its first step.
 *
 * <h2>Adding a job</h2>
 *
 * <ol>
 *   <li>The work is a service's: idempotent, a chunk a transaction, paging by key. The job only calls it.
 *   <li>An application-scoped bean that is a {@link io.buildingos.batch.jobs.Job} beside the artefacts, in a package named
 *       as the feature: name, description, typed parameters, whether it may overlap, its default schedule. What must hold
 *       wherever it is started from goes into {@code check}. Nothing else lists it.
 *   <li>{@code META-INF/batch-jobs/NAME.xml} with {@code id="NAME"} and the listener {@code jobGuard}. No parameter and no
 *       logic in it; a partition's own values come by {@code #{partitionPlan['…']}}.
 *   <li>Artefacts inject {@link io.buildingos.batch.jobs.JobRun}: {@code run.parameters()}, {@code run.call(() ->
 *       service.…)}, {@code run.log("…")}. The reader's checkpoint is the last key.
 *   <li>Progress: {@code run.expect(total)} where the step opens, {@code run.announce(step, total)} for those to come,
 *       {@code run.did(n)} in the writer, inside of the chunk's transaction: so it is exact after a crash. A batchlet that
 *       begins anew at a restart says {@code run.isAt(n)} as often as it likes and {@code run.endsAt(n)} at last.
 *   <li>A failure is an exception: it is kept with all its causes, uncut. A batchlet that runs long obeys {@code stop()}.
 * </ol>
 */
package io.buildingos.batch.jobs;
