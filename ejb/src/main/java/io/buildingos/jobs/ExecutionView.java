package io.buildingos.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One run of a job.
 *
 * @param door which way it was launched; null for those from before it was kept
 * @param stopRequested it will stop at its next checkpoint
 * @param error why it failed; null otherwise, and in lists
 * @param steps none in lists
 */
public record ExecutionView(
        long id,
        String job,
        String status,
        String exitStatus,
        Map<String, String> parameters,
        NewRun.Door door,
        String launchedBy,
        String node,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        boolean stopRequested,
        Progress progress,
        Failure error,
        List<StepView> steps) {

    public ExecutionView {
        parameters = Map.copyOf(parameters);
        steps = List.copyOf(steps);
    }

    /** It hasn't ended. */
    public boolean runs() {
        return List.of("STARTING", "STARTED", "STOPPING").contains(status);
    }

    /**
     * One step of it; of a partitioned one the counts are those of all partitions together.
     *
     * @param failure why it failed, in words, without anything of the inside
     * @param partitions none when the step has none
     */
    public record StepView(
            String name,
            String status,
            String exitStatus,
            Instant startedAt,
            Instant endedAt,
            int readCount,
            int writeCount,
            int commitCount,
            int rollbackCount,
            int skipCount,
            int filterCount,
            Long done,
            Long total,
            String failure,
            List<PartitionView> partitions) {
        public StepView {
            partitions = List.copyOf(partitions);
        }
    }

    /** One partition of a step, by its number in the plan. */
    public record PartitionView(int number, String status, String exitStatus, Long done, Long total) {}
}
