package io.buildingos.batch.jobs;

import io.buildingos.jobs.JobLog;
import io.buildingos.jobs.JobProgress;
import io.buildingos.jobs.JobRunView;
import io.buildingos.jobs.JobRuns;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jberet.runtime.PartitionExecutionImpl;
import org.jberet.runtime.context.StepContextImpl;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The execution an artefact works for: inject it into readers, writers, batchlets, mappers. Work through services goes
 * inside {@link #call} or {@link #run}, which is when the thread has a caller at all.
 */
@Dependent
public class JobRun {
    private static final Logger LOG = Logger.getLogger(JobRun.class);
    private static final long TOLD_EVERY_NANOS = Duration.ofMillis(250).toNanos();

    @Inject
    private JobContext job;

    @Inject
    private StepContext step;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobRuns runs;

    @Inject
    private JobProgress progress;

    @Inject
    private JobLog log;

    private JobRunView known;
    private long toldAt = System.nanoTime() - TOLD_EVERY_NANOS;

    public long executionId() {
        return job.getExecutionId();
    }

    public Parameters parameters() {
        return new Parameters(view().parameters());
    }

    public String launchedBy() {
        return view().launchedBy();
    }

    /** As the product, in the name of this execution, which shows in the audit and in the log. */
    public <T> T call(Callable<T> work) throws Exception {
        Caller caller = view().caller();
        MDC.put("requestId", caller.requestId());
        MDC.put("execution", Long.toString(executionId()));
        try {
            return currentCaller.call(caller, work);
        } finally {
            MDC.remove("requestId");
            MDC.remove("execution");
        }
    }

    public void run(Work work) throws Exception {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** How many items this step or partition handles in all; said when it opens. */
    public void expect(long total) {
        system(() -> progress.expect(executionId(), stepName(), part(), total));
    }

    /** The same about a step that is still to come, all its partitions together. */
    public void announce(String laterStep, long total) {
        system(() -> progress.announce(executionId(), laterStep, total));
    }

    /** So many more are done. Said by a writer inside of its chunk, it is committed, or rolled back, with the chunk. */
    public void did(long items) {
        system(() -> progress.add(executionId(), stepName(), part(), items));
    }

    /** So many are done, for work that begins anew at a restart; told a few times a second, however often it is said. */
    public void isAt(long done) {
        if (System.nanoTime() - toldAt >= TOLD_EVERY_NANOS) {
            endsAt(done);
        }
    }

    /** The same, told in any case: the last word. */
    public void endsAt(long done) {
        toldAt = System.nanoTime();
        system(() -> progress.set(executionId(), stepName(), part(), done));
    }

    /** A line for those who watch the execution; kept whatever becomes of the chunk. */
    public void log(String text) {
        tell(JobLog.Level.INFO, text);
    }

    public void warn(String text) {
        tell(JobLog.Level.WARN, text);
    }

    private void tell(JobLog.Level level, String text) {
        LOG.logf(
                level == JobLog.Level.WARN ? Logger.Level.WARN : Logger.Level.INFO,
                "%s #%d %s: %s",
                job.getJobName(),
                executionId(),
                stepName(),
                text);
        system(() -> log.append(executionId(), level, step == null ? null : stepName(), text));
    }

    private JobRunView view() {
        if (known == null) {
            system(() -> known = runs.ofExecution(executionId())
                    .orElseThrow(() -> new IllegalStateException("The job's XML lacks the listener jobGuard")));
        }
        return known;
    }

    private void system(Runnable work) {
        currentCaller.run(Caller.system("job " + job.getJobName(), "execution-" + executionId()), work);
    }

    private String stepName() {
        return step == null ? "" : step.getStepName();
    }

    /** JBeret's own word: the standard tells a partition everything but its number. */
    private int part() {
        return ((StepContextImpl) step).getStepExecution() instanceof PartitionExecutionImpl partition
                ? partition.getPartitionId()
                : JobProgress.WHOLE;
    }

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
