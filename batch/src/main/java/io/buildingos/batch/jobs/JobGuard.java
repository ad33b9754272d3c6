package io.buildingos.batch.jobs;

import io.buildingos.jobs.JobLog;
import io.buildingos.jobs.JobProgress;
import io.buildingos.jobs.JobRunView;
import io.buildingos.jobs.JobRuns;
import io.buildingos.jobs.NewRun;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Refusal;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jberet.runtime.StepExecutionImpl;
import org.jberet.runtime.context.JobContextImpl;

/**
 * Stands before and after every execution, whichever door it came through: one that the boundary didn't begin, since it was
 * started by the application server's own command line, passes the same checks here, or fails before its first step.
 */
@Named
@Dependent
class JobGuard extends AbstractJobListener {
    /** The job parameter that names the run the boundary began. */
    static final String RUN = "buildingos.run";

    private static final Caller CONSOLE = Caller.system("server console");

    @Inject
    private JobContext context;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobCatalogue catalogue;

    @Inject
    private JobRuns runs;

    @Inject
    private JobProgress progress;

    @Inject
    private JobLog log;

    private JobRunView run;
    private Throwable refused;

    @Override
    public void beforeJob() throws Exception {
        long execution = context.getExecutionId();
        Properties given = ((JobContextImpl) context).getJobParameters();
        currentCaller.call(CONSOLE, () -> {
            run = bound(execution, given).or(() -> adopted(execution, given)).orElseThrow();
            return null;
        });
        currentCaller.call(run.caller(), () -> {
            check();
            progress.carryOver(execution);
            say(JobLog.Level.INFO, "Started by %s with %s".formatted(run.launchedBy(), run.parameters()));
            return null;
        });
    }

    @Override
    public void afterJob() throws Exception {
        if (run == null) {
            return;
        }
        BatchStatus status = context.getBatchStatus();
        Throwable failure = refused != null ? refused : status == BatchStatus.FAILED ? failure() : null;
        currentCaller.call(run.caller(), () -> {
            if (failure != null) {
                say(JobLog.Level.ERROR, String.valueOf(Failures.message(failure)));
            }
            say(JobLog.Level.INFO, "Ended " + (status == BatchStatus.STARTED ? BatchStatus.COMPLETED : status));
            runs.end(run.id(), failure == null ? null : Failures.trace(failure));
            return null;
        });
    }

    private Optional<JobRunView> bound(long execution, Properties given) {
        if (given != null && given.getProperty(RUN) != null) {
            runs.bind(UUID.fromString(given.getProperty(RUN)), execution);
        }
        return runs.ofExecution(execution);
    }

    private Optional<JobRunView> adopted(long execution, Properties given) {
        String name = context.getJobName();
        Map<String, String> parameters = parameters(given);
        boolean exclusive = false;
        try {
            Job job = catalogue.get(name);
            exclusive = !job.definition().overlaps();
            Parameters resolved = job.definition().resolve(parameters);
            job.check(resolved);
            parameters = resolved.values();
            UUID begun = runs.begin(new NewRun(name, NewRun.Door.SERVER, exclusive, parameters, null, null));
            runs.bind(begun, execution);
        } catch (Refusal refusal) {
            runs.refuse(
                    new NewRun(name, NewRun.Door.SERVER, exclusive, parameters, null, null),
                    execution,
                    Failures.message(refusal));
            throw refusal;
        }
        return runs.ofExecution(execution);
    }

    /** What the server was told, over what the execution before it ran with. */
    private Map<String, String> parameters(Properties given) {
        Map<String, String> parameters = new TreeMap<>();
        if (given == null) {
            return parameters;
        }
        if (given.getProperty(RUN) != null) {
            runs.byId(UUID.fromString(given.getProperty(RUN)))
                    .ifPresent(before -> parameters.putAll(before.parameters()));
        }
        parameters.putAll(given.stringPropertyNames().stream()
                .filter(name -> name.indexOf('.') < 0)
                .collect(Collectors.toMap(name -> name, given::getProperty)));
        return parameters;
    }

    private void check() {
        try {
            catalogue.get(run.job()).check(new Parameters(run.parameters()));
        } catch (Refusal refusal) {
            refused = refusal;
            runs.recordAct(
                    "job.refused",
                    Map.of("job", run.job(), "door", "job", "reason", String.valueOf(refusal.getMessage())));
            throw refusal;
        }
    }

    private void say(JobLog.Level level, String text) {
        log.append(run.executionId(), level, null, text);
    }

    /** From JBeret's memory: its columns cut what is long. */
    private Throwable failure() {
        return ((JobContextImpl) context)
                .getJobExecution().getStepExecutions().stream()
                        .filter(StepExecutionImpl.class::isInstance)
                        .map(step -> (Throwable) ((StepExecutionImpl) step).getException())
                        .filter(exception -> exception != null)
                        .findFirst()
                        .orElseGet(() -> new IllegalStateException("A step ended FAILED and didn't say why"));
    }
}
