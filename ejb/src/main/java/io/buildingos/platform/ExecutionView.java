package io.buildingos.platform;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One run of a job.
 *
 * @param launchedBy who, or null when it was started by the server's own command line
 * @param steps none in lists
 */
public record ExecutionView(
        long id,
        String job,
        String status,
        String exitStatus,
        Map<String, String> parameters,
        String launchedBy,
        String node,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<StepView> steps) {
    /** Parameters the boundary adds, beside those of the job. */
    public static final String LAUNCHED_BY = "buildingos.launchedBy";

    public static final String NODE = "buildingos.node";
    public static final String REQUEST_ID = "buildingos.requestId";

    static ExecutionView of(Tuple row, List<StepView> steps) {
        Map<String, String> all = parameters(row.get("parameters", String.class));
        Map<String, String> own = new TreeMap<>(all);
        own.keySet().removeIf(name -> name.startsWith("buildingos.") || name.startsWith("jberet."));
        return new ExecutionView(
                row.get("id", Long.class),
                row.get("job", String.class),
                row.get("status", String.class),
                row.get("exit_status", String.class),
                own,
                all.get(LAUNCHED_BY),
                all.get(NODE),
                row.get("created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                steps);
    }

    /** JBeret's own notation: a line a parameter, name and value parted by an equals sign between spaces. */
    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        if (text != null) {
            text.lines().forEach(line -> {
                int split = line.indexOf('=');
                if (split > 0) {
                    parameters.put(
                            line.substring(0, split).strip(),
                            line.substring(split + 1).strip());
                }
            });
        }
        return parameters;
    }

    /**
     * One step of it; of a partitioned one the counts are those of all partitions together.
     *
     * @param failure why it failed, in words, without anything of the inside
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
            long partitions,
            String failure) {
        private static final Pattern CLASS_NAME = Pattern.compile("^(?:[a-zA-Z_$][\\w$]*\\.)+[\\w$]+:\\s*");

        static StepView of(Tuple row) {
            return new StepView(
                    row.get("step", String.class),
                    row.get("status", String.class),
                    row.get("exit_status", String.class),
                    row.get("started_at", Instant.class),
                    row.get("ended_at", Instant.class),
                    row.get("reads", Integer.class),
                    row.get("writes", Integer.class),
                    row.get("commits", Integer.class),
                    row.get("rollbacks", Integer.class),
                    row.get("partitions", Long.class),
                    words(row.get("failure", String.class)));
        }

        static String words(String failure) {
            return failure == null
                    ? null
                    : failure.lines()
                            .findFirst()
                            .map(line -> CLASS_NAME.matcher(line).replaceFirst(""))
                            .orElse(null);
        }
    }
}
