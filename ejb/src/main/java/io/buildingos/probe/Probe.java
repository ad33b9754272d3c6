package io.buildingos.probe;

import java.util.Map;
import java.util.function.Supplier;

/** Where the application says what the checks here answer. */
public final class Probe {
    private static volatile Supplier<Answer> application;

    private Probe() {}

    /** From now on the application has started, and is asked whether it is ready. */
    public static void open(Supplier<Answer> readiness) {
        application = readiness;
    }

    public static void close() {
        application = null;
    }

    static boolean started() {
        return application != null;
    }

    static Answer readiness() {
        Supplier<Answer> asked = application;
        return asked == null ? new Answer(false, "starting", Map.of()) : asked.get();
    }

    /**
     * What the application says of itself.
     *
     * @param status the same in one word
     * @param checks a status by the name of each
     */
    public record Answer(boolean serves, String status, Map<String, String> checks) {}
}
