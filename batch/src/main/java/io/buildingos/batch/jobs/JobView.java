package io.buildingos.batch.jobs;

import io.buildingos.jobs.ExecutionView;
import io.buildingos.jobs.ScheduleView;
import java.util.List;

/**
 * A job, and how it has fared.
 *
 * @param lastExecution the newest, whatever became of it; null when it never ran
 * @param averageSeconds of the last twenty that completed; null when none did
 */
public record JobView(
        String name,
        String description,
        List<JobParameter> parameters,
        boolean overlaps,
        boolean launchable,
        ScheduleView schedule,
        ExecutionView lastExecution,
        Double averageSeconds) {
    public JobView {
        parameters = List.copyOf(parameters);
    }

    static JobView of(JobDefinition job, ScheduleView schedule, ExecutionView last, Double averageSeconds) {
        return new JobView(
                job.name(),
                job.description(),
                job.parameters(),
                job.overlaps(),
                job.launchable(),
                schedule,
                last,
                averageSeconds);
    }
}
