package io.buildingos.batch.jobs;

import io.buildingos.jobs.ChangeSchedule;
import io.buildingos.jobs.ExecutionView;
import io.buildingos.jobs.Executions;
import io.buildingos.jobs.JobLog;
import io.buildingos.jobs.JobRunView;
import io.buildingos.jobs.JobRuns;
import io.buildingos.jobs.JobSchedules;
import io.buildingos.jobs.NewRun;
import io.buildingos.jobs.Node;
import io.buildingos.jobs.ScheduleView;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * Launches, stops, restarts and gives up jobs: permission, parameters, audit, then JobOperator. A session bean of this
 * archive, since JobOperator finds a job by the class loader of whoever calls; outside of transactions, since the job's own
 * thread must find the execution that was just written.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobsBoundary {
    private static final Logger LOG = Logger.getLogger(JobsBoundary.class);
    private static final Caller SYSTEM = Caller.system("jobs");
    private static final List<String> RESTARTABLE = List.of("FAILED", "STOPPED");

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobCatalogue catalogue;

    @Inject
    private JobRuns runs;

    @Inject
    private Executions executions;

    @Inject
    private JobLog log;

    @Inject
    private JobSchedules schedules;

    @Inject
    private Node node;

    public List<JobView> jobs() {
        permitted();
        return catalogue.all().stream().map(Job::definition).map(this::view).toList();
    }

    public JobView job(String name) {
        permitted();
        return view(catalogue.get(name).definition());
    }

    private JobView view(JobDefinition job) {
        ListRequest newest = new ListRequest(1, null, null, Map.of("job", job.name()));
        return JobView.of(
                job,
                schedules.of(job.name()),
                executions.list(newest).items().stream().findFirst().orElse(null),
                executions.averageSeconds(job.name()));
    }

    public List<ScheduleView> schedules() {
        permitted();
        return catalogue.all().stream()
                .map(job -> schedules.of(job.definition().name()))
                .toList();
    }

    public ScheduleView schedule(String job) {
        permitted();
        return schedules.of(catalogue.get(job).definition().name());
    }

    /** What couldn't run by itself, here or at all, gets no schedule. */
    public ScheduleView schedule(String name, long version, ChangeSchedule command) {
        permitted();
        Job job = catalogue.get(name);
        if (command.enabled()) {
            checked(
                    job,
                    "schedule",
                    () -> ScheduledJobs.asScheduled(job.definition())
                            .map(run -> new Parameters(run.parameters()))
                            .orElseThrow(() -> Refusal.of(
                                    ErrorCode.CONFLICT,
                                    "The job %s has parameters that somebody must give.".formatted(name))));
        }
        return schedules.change(name, version, command);
    }

    public Page<ExecutionView> executions(ListRequest request) {
        permitted();
        return executions.list(request);
    }

    public ExecutionView execution(long id) {
        permitted();
        return executions.get(id);
    }

    public Page<JobLog.LogLine> log(long id, ListRequest request) {
        permitted();
        executions.get(id);
        return log.of(id, request);
    }

    /** For those who watch: what came after a line they know. */
    public List<JobLog.LogLine> logSince(long id, long line, int most) {
        permitted();
        return log.since(id, line, most);
    }

    /** Starts the job and comes back at once. */
    public ExecutionView launch(String name, Map<String, String> given) {
        permitted();
        Job job = catalogue.get(name);
        JobDefinition definition = job.definition();
        if (!definition.launchable()) {
            throw Refusal.of(ErrorCode.CONFLICT, "The job %s starts by its schedule only.".formatted(name));
        }
        Parameters parameters = checked(job, "launch", () -> definition.resolve(given));
        UUID run =
                runs.begin(new NewRun(name, NewRun.Door.API, !definition.overlaps(), parameters.values(), null, null));
        return executions.get(started(run, properties -> operator().start(name, properties)));
    }

    /** Goes on, as a new execution, where the failed or stopped one's last checkpoint is. */
    public ExecutionView restart(long id, Map<String, String> given) {
        permitted();
        ExecutionView before = executions.get(id);
        if (!RESTARTABLE.contains(before.status())) {
            throw refused(before, "only a FAILED or STOPPED one restarts");
        }
        Job job = catalogue.get(before.job());
        JobDefinition definition = job.definition();
        Parameters parameters = checked(job, "restart", () -> definition.resolveRestart(before.parameters(), given));
        UUID run = runs.begin(
                new NewRun(before.job(), NewRun.Door.API, !definition.overlaps(), parameters.values(), null, id));
        return executions.get(started(run, properties -> operator().restart(id, properties)));
    }

    /** Starts what a schedule has begun: its run stands already. */
    public void startScheduled(JobRunView run) {
        permitted();
        started(run.id(), properties -> operator().start(run.job(), properties));
    }

    /** Asks the execution to stop at its next checkpoint, wherever it runs. */
    public ExecutionView stop(long id) {
        permitted();
        ExecutionView execution = executions.get(id);
        if (!execution.runs()) {
            throw refused(execution, "only a running one stops");
        }
        runs.requestStop(id);
        if (execution.node() == null || execution.node().equals(node.name())) {
            stopHere(id);
        }
        return executions.get(id);
    }

    /** By the node that runs it; the others ask by their request alone. */
    public void stopHere(long id) {
        permitted();
        try {
            operator().stop(id);
        } catch (BatchRuntimeException ended) {
            LOG.debugf("Execution %d ended before it could be stopped: %s", id, ended.getMessage());
        }
    }

    /** Gives a failed or stopped execution up for good: it can't be restarted. */
    public ExecutionView abandon(long id) {
        permitted();
        ExecutionView execution = executions.get(id);
        if (!RESTARTABLE.contains(execution.status())) {
            throw refused(execution, "only a FAILED or STOPPED one can be abandoned");
        }
        runs.recordAct("job.abandoned", Map.of("job", execution.job(), "execution", id));
        try {
            operator().abandon(id);
        } catch (BatchRuntimeException changed) {
            LOG.warnf(changed, "Execution %d can't be abandoned", id);
            throw refused(executions.get(id), "it has just changed");
        }
        return executions.get(id);
    }

    private Parameters checked(Job job, String door, Supplier<Parameters> resolve) {
        Parameters parameters = resolve.get();
        try {
            job.check(parameters);
        } catch (Refusal refusal) {
            runs.recordAct(
                    "job.refused",
                    Map.of(
                            "job", job.definition().name(),
                            "door", door,
                            "reason", String.valueOf(Failures.message(refusal))));
            throw refusal;
        }
        return parameters;
    }

    /** A run without an execution would hold the job's place for ever. */
    private long started(UUID run, ToLongFunction<Properties> start) {
        Properties properties = new Properties();
        properties.setProperty(JobGuard.RUN, run.toString());
        try {
            long id = start.applyAsLong(properties);
            runs.bind(run, id);
            LOG.infof("Execution %d started for %s", id, currentCaller.get().name());
            return id;
        } catch (RuntimeException failure) {
            currentCaller.run(SYSTEM, () -> runs.end(run, Failures.trace(failure)));
            throw translated(failure);
        }
    }

    private static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof JobExecutionNotMostRecentException) {
            return Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE, "A later execution has gone on from this one: restart that.");
        }
        if (failure instanceof BatchRuntimeException) {
            LOG.warn("JBeret refused to start a job", failure);
            return Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The job repository doesn't let it start.");
        }
        return failure;
    }

    private static Refusal refused(ExecutionView execution, String rule) {
        return Refusal.of(
                ErrorCode.ILLEGAL_STATE_CHANGE, "The execution is %s: %s.".formatted(execution.status(), rule));
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    /** The super admin, or the product itself. */
    private Caller permitted() {
        Caller caller = currentCaller.get();
        if (!caller.isAuthenticated()) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        if (!caller.holds(Permission.PLATFORM)) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        return caller;
    }
}
