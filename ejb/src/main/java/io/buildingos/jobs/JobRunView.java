package io.buildingos.jobs;

import io.buildingos.kernel.Caller;
import java.util.Map;
import java.util.UUID;

/**
 * What an execution's own work needs to know of its run.
 *
 * @param executionId null until it has started
 * @param requestId of the request that launched it, so that its log lines are found together
 */
public record JobRunView(
        UUID id, String job, Long executionId, String launchedBy, String requestId, Map<String, String> parameters) {

    /** On whose behalf its steps work: the product, named so that audit and log tell which execution it was. */
    public Caller caller() {
        String name = "job %s #%d".formatted(job, executionId);
        return Caller.system(name, requestId == null ? "execution-" + executionId : requestId);
    }
}
