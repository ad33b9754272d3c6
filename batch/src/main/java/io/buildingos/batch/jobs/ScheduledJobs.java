package io.buildingos.batch.jobs;

import io.buildingos.jobs.JobRuns;
import io.buildingos.jobs.JobSchedules;
import io.buildingos.jobs.NewRun;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The jobs that start by themselves: on this node, when it is the first to see that they are due. */
@ApplicationScoped
class ScheduledJobs {
    private static final Logger LOG = Logger.getLogger(ScheduledJobs.class);
    private static final Caller SCHEDULE = Caller.system("schedule");

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobCatalogue catalogue;

    @Inject
    private JobSchedules schedules;

    @Inject
    private JobRuns runs;

    @Inject
    private JobsBoundary boundary;

    private Map<String, NewRun> known = Map.of();

    void install() {
        Map<String, NewRun> jobs = new HashMap<>();
        for (Job job : catalogue.all()) {
            JobDefinition definition = job.definition();
            if (definition.schedule() != null) {
                schedules.install(
                        definition.name(),
                        definition.schedule().cron(),
                        definition.schedule().zone());
            }
            asScheduled(definition).ifPresent(run -> jobs.put(definition.name(), run));
        }
        known = Map.copyOf(jobs);
    }

    void startDue() {
        currentCaller.run(SCHEDULE, () -> {
            Optional<UUID> due = schedules.claim(known);
            while (due.isPresent()) {
                start(due.get());
                due = schedules.claim(known);
            }
        });
    }

    /** A run that stands already, this node's or taken over from a dead one's. */
    void start(UUID run) {
        currentCaller.run(SCHEDULE, () -> {
            try {
                runs.byId(run).ifPresent(boundary::startScheduled);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The scheduled run %s could not be started", run);
            }
        });
    }

    /** With the defaults; a job that must be told something can't have a schedule. */
    static Optional<NewRun> asScheduled(JobDefinition definition) {
        try {
            return Optional.of(new NewRun(
                    definition.name(),
                    NewRun.Door.SCHEDULE,
                    !definition.overlaps(),
                    definition.resolve(Map.of()).values(),
                    null,
                    null));
        } catch (Refusal needsParameters) {
            return Optional.empty();
        }
    }
}
