package io.buildingos.kernel;

import jakarta.persistence.EntityManager;

/** What PostgreSQL's planner is told for the rest of the transaction. */
public final class Planner {
    private Planner() {}

    /**
     * Without a look at the values, for what an index finds in its order whatever they are: planning five tables takes longer
     * than reading fifty rows of them.
     */
    static void planForAnyValues(EntityManager entityManager) {
        tell(entityManager, "plan_cache_mode", "force_generic_plan");
    }

    /**
     * A statement that keeps coming is planned once for whatever values, from what rows have on average: so the finance of
     * twenty years is read as if it were a day's, in four times the time.
     */
    public static void planForTheseValues(EntityManager entityManager) {
        tell(entityManager, "plan_cache_mode", "force_custom_plan");
    }

    /**
     * PostgreSQL plans a query for its last row, and would sort a million before it gives the first. What is in the order of
     * an index, and told not to sort, begins at once.
     */
    public static void neverSort(EntityManager entityManager) {
        tell(entityManager, "enable_sort", "off");
    }

    private static void tell(EntityManager entityManager, String setting, String value) {
        entityManager
                .createNativeQuery("select set_config('" + setting + "', '" + value + "', true)", String.class)
                .getSingleResult();
    }
}
