package io.buildingos.batch.jobs;

/**
 * A job of the product: an application-scoped bean beside the job's artefacts. Being one is all it takes to be listed,
 * launched, scheduled and watched.
 */
public interface Job {
    JobDefinition definition();

    /**
     * Whether it may run here and now with these parameters; asked at every door, also at the application server's own, and
     * again by the execution itself before its first step.
     *
     * @throws io.buildingos.kernel.Refusal when not
     */
    default void check(Parameters parameters) {}
}
