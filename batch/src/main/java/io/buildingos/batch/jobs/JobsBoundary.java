package io.buildingos.batch.jobs;

import io.buildingos.batch.seed.SeedJob;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.platform.ExecutionView;
import io.buildingos.platform.JobRecords;
import io.buildingos.platform.ProductionGuard;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Launches, stops and restarts jobs: permission, parameters, audit, then JobOperator. A session bean of this archive,
 * since JobOperator finds a job by the class loader of whoever calls; outside of transactions, since the job's own thread
 * must find the execution that was just written.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobsBoundary {
    private static final Logger LOG = Logger.getLogger(JobsBoundary.class);

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobRecords records;

    @Inject
    private ProductionGuard productionGuard;

    @Inject
    @ConfigProperty(name = "BUILDINGOS_NODE", defaultValue = "buildingos")
    private String node;

    public List<JobDefinition> jobs() {
        permitted();
        return JobCatalogue.all();
    }

    public Page<ExecutionView> executions(ListRequest request) {
        permitted();
        return records.list(request);
    }

    public ExecutionView execution(long id) {
        permitted();
        return records.get(id);
    }

    /** Starts the job and comes back at once. */
    public ExecutionView launch(String name, Map<String, String> given) {
        Caller caller = permitted();
        JobDefinition job = JobCatalogue.get(name);
        if (name.equals(SeedJob.NAME) && productionGuard.isProduction()) {
            records.recordAct("job.refused", Map.of("job", SeedJob.NAME, "door", "launch"));
            throw Refusal.of(ErrorCode.SEED_REFUSED);
        }
        Map<String, String> parameters = job.resolve(given);
        if (name.equals(SeedJob.NAME)) {
            productionGuard.requireSeedable(SeedJob.parameters(parameters, productionGuard.usualProfile())
                    .profile());
        }
        if (records.isRunning(name)) {
            throw Refusal.of(ErrorCode.CONFLICT, "The job %s is running already.".formatted(name));
        }
        records.recordAct("job.launched", Map.of("job", name, "parameters", parameters));
        Properties properties = new Properties();
        properties.putAll(parameters);
        properties.setProperty(ExecutionView.LAUNCHED_BY, caller.name());
        properties.setProperty(ExecutionView.NODE, node);
        properties.setProperty(ExecutionView.REQUEST_ID, String.valueOf(caller.requestId()));
        long id = operator().start(name, properties);
        LOG.infof("Job %s launched by %s as execution %d", name, caller.name(), id);
        return records.get(id);
    }

    /** Asks the execution to stop at its next checkpoint. */
    public ExecutionView stop(long id) {
        permitted();
        ExecutionView execution = records.get(id);
        attempt("job.stopped", execution, () -> operator().stop(id));
        return records.get(id);
    }

    /** Goes on, as a new execution, where the failed or stopped one's last checkpoint is. */
    public ExecutionView restart(long id) {
        permitted();
        ExecutionView execution = records.get(id);
        if (execution.job().equals(SeedJob.NAME) && productionGuard.isProduction()) {
            records.recordAct("job.refused", Map.of("job", SeedJob.NAME, "door", "restart"));
            throw Refusal.of(ErrorCode.SEED_REFUSED);
        }
        if (!List.of("FAILED", "STOPPED").contains(execution.status())) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "The execution is %s: only a FAILED or STOPPED one restarts.".formatted(execution.status()));
        }
        Properties properties = new Properties();
        properties.setProperty(ExecutionView.NODE, node);
        long[] restarted = new long[1];
        attempt("job.restarted", execution, () -> restarted[0] = operator().restart(id, properties));
        return records.get(restarted[0]);
    }

    private void attempt(String action, ExecutionView execution, Runnable act) {
        records.recordAct(action, Map.of("job", execution.job(), "execution", execution.id()));
        try {
            act.run();
        } catch (BatchRuntimeException refused) {
            LOG.warnf(refused, "%s of execution %d refused", action, execution.id());
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "The execution is %s.".formatted(records.get(execution.id()).status()));
        }
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
