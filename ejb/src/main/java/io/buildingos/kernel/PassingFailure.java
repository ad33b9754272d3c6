package io.buildingos.kernel;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the database couldn't do just now, and may well do when it is asked again. */
public final class PassingFailure {
    /** PostgreSQL's words for a deadlock, a broken serialization and a lock not had in time; Hibernate calls them stale. */
    private static final Set<String> LOST_RACES = Set.of("40P01", "40001", "55P03");

    /** Its words when it goes down, has crashed, isn't up yet, or has no connection left. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_BROKEN = "08";

    private PassingFailure() {}

    /** Where PostgreSQL says nothing, the pool had no connection to ask it with. */
    public static boolean isIn(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        gather(failure, all);
        List<String> states =
                all.stream().map(PassingFailure::state).filter(Objects::nonNull).toList();
        return states.isEmpty()
                ? all.stream().anyMatch(ResourceException.class::isInstance)
                : states.stream().anyMatch(PassingFailure::passes);
    }

    static boolean isLostRace(Throwable failure) {
        String state = state(failure);
        return state != null && LOST_RACES.contains(state);
    }

    private static boolean passes(String state) {
        return LOST_RACES.contains(state) || AWAY.contains(state) || state.startsWith(CONNECTION_BROKEN);
    }

    /** A commit that failed only suppresses why. */
    private static void gather(Throwable failure, Set<Throwable> all) {
        if (failure == null || !all.add(failure)) {
            return;
        }
        gather(failure.getCause(), all);
        for (Throwable suppressed : failure.getSuppressed()) {
            gather(suppressed, all);
        }
    }

    private static String state(Throwable failure) {
        return failure instanceof SQLException sql ? sql.getSQLState() : null;
    }
}
