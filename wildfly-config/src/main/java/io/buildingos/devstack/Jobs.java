package io.buildingos.devstack;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Jakarta Batch jobs of the deployed application, started as an operator would: through management. */
final class Jobs {
    private static final String SUBSYSTEM = "{\"deployment\":\"" + Deployment.NAME
            + "\"},{\"subdeployment\":\"batch.jar\"},{\"subsystem\":\"batch-jberet\"}";
    private static final Pattern EXECUTION = Pattern.compile("\"result\"\\s*:\\s*\"?(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Management management;

    Jobs(Management management) {
        this.management = management;
    }

    boolean knows(String job) {
        String names = management.execute("read-attribute", SUBSYSTEM, "\"name\":\"job-xml-names\"");
        return names != null && names.contains("\"" + job + ".xml\"");
    }

    /** Returns when the job has completed. */
    void run(String job, Map<String, String> parameters) {
        String properties = parameters.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String started = management.execute(
                "start-job", SUBSYSTEM, "\"job-xml-name\":\"" + job + ".xml\",\"properties\":" + properties);
        Matcher execution = EXECUTION.matcher(started == null ? "" : started);
        if (!execution.find()) {
            throw new StackFailure("The job " + job + " can't be started; see the server's log.");
        }
        String address = SUBSYSTEM + ",{\"job\":\"" + job + "\"},{\"execution\":\"" + execution.group(1) + "\"}";
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            String status = management.attribute(address, "batch-status");
            if ("COMPLETED".equals(status)) {
                return;
            }
            if ("FAILED".equals(status) || "STOPPED".equals(status) || "ABANDONED".equals(status)) {
                throw new StackFailure("The job " + job + " ended " + status + "; see the server's log.");
            }
            Waiting.aMoment();
        }
        throw new StackFailure("The job " + job + " still runs after " + PATIENCE.toMinutes() + " minutes.");
    }
}
