package io.buildingos.jobs;

import java.time.Instant;
import java.util.Map;

/**
 * A run about to begin.
 *
 * @param exclusive the job must not overlap with itself
 * @param parameters as checked, with the defaults
 * @param dueAt when the schedule wanted it; null for those that people launch
 * @param restartOf the execution it goes on from; null for a fresh start
 */
public record NewRun(
        String job, Door door, boolean exclusive, Map<String, String> parameters, Instant dueAt, Long restartOf) {
    /** Which way a job was launched. */
    public enum Door {
        /** The API and the pages that use it. */
        API,
        /** Its own schedule. */
        SCHEDULE,
        /** The application server's command line or console. */
        SERVER
    }

    public NewRun {
        parameters = Map.copyOf(parameters);
    }

    NewRun dueAt(Instant due) {
        return new NewRun(job, door, exclusive, parameters, due, restartOf);
    }
}
