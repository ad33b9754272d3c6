package io.buildingos.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./mvnw -q -Predeploy}: takes the newest build into the development stack that runs from this repository. */
public final class Redeploy {
    private Redeploy() {}

    @SuppressWarnings("SystemExitOutsideMain") // runs inside Maven's JVM; the exit status is the answer to the shell
    public static void main(String[] arguments) {
        Instant begin = Instant.now();
        Build build = new Build(Path.of(arguments[0]));
        Path state = build.root().resolve(".dev");
        try {
            Child server = Child.leftBy(ApplicationServer.PART, state);
            if (server == null) {
                throw new StackFailure("No development stack runs from " + state + ": start it with ./mvnw -Pdev");
            }
            int management = number(state, StackSettings.MANAGEMENT_PORT);
            Ports ports = new Ports(number(state, "PORT"), management, 0, 0, 0);
            new ApplicationServer(state, build, ports, new Secrets(state)).redeploy(server);
            System.out.println("BuildingOS: redeployed in "
                    + Duration.between(begin, Instant.now()).toMillis() + " ms");
        } catch (StackFailure failure) {
            System.err.println("BuildingOS: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static int number(Path state, String setting) {
        try {
            Matcher line = Pattern.compile("(?m)^" + setting + "='(\\d+)'$")
                    .matcher(Files.readString(state.resolve("dev.env")));
            if (!line.find()) {
                throw new StackFailure(state.resolve("dev.env") + " has no " + setting);
            }
            return Integer.parseInt(line.group(1));
        } catch (IOException unreadable) {
            throw new StackFailure(
                    "No development stack runs from " + state + ": start it with ./mvnw -Pdev", unreadable);
        }
    }
}
