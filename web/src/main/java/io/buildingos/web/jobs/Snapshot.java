package io.buildingos.web.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.buildingos.jobs.ExecutionView;
import io.buildingos.kernel.Json;

/**
 * An execution as it is now.
 *
 * @param mark the same for what says the same
 * @param last it has ended: nothing will come after
 */
record Snapshot(String json, String mark, boolean last) {
    static Snapshot of(ExecutionView execution) {
        try {
            String json = Json.mapper().writeValueAsString(execution);
            return new Snapshot(json, Integer.toHexString(json.hashCode()), !execution.runs());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
