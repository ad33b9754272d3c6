package io.buildingos.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** {@code ./mvnw -Pdev}: the stack, seeded, until Ctrl-C. Argument: the repository's root. */
public final class DevStack {
    private DevStack() {}

    public static void main(String[] arguments) throws InterruptedException {
        Instant begin = Instant.now();
        Build build = new Build(Path.of(arguments[0]));
        Path state = build.root().resolve(".dev");
        AtomicReference<String> death = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Tools.require("kill", "procps");
            Tools.require("sed", "sed");
            Tools.require("grep", "grep");
            Stack stack = Stack.start(build, state, Ports.shiftedBy(offset()), settings(state), DevStack::say);
            stack.onDeath(part -> {
                death.set(part);
                ended.countDown();
            });
            say(stack.runJob("seed") ? "demo data is in place" : "this build has no seed job yet: no demo data");
            welcome(stack, state, Duration.between(begin, Instant.now()));
        } catch (StackFailure failure) {
            fail(failure.getMessage());
        }
        ended.await();
        fail(death.get());
    }

    private static Map<String, String> settings(Path state) {
        Map<String, String> settings = new HashMap<>(System.getenv());
        settings.putIfAbsent(
                StackSettings.CLASS_ARCHIVE, state.resolve("classes.jsa").toString());
        return settings;
    }

    private static int offset() {
        String offset = System.getenv().getOrDefault("BUILDINGOS_PORT_OFFSET", "0");
        if (!offset.matches("\\d{1,5}")) {
            throw new StackFailure("BUILDINGOS_PORT_OFFSET must be a number of ports to shift by, not " + offset);
        }
        return Integer.parseInt(offset);
    }

    private static void welcome(Stack stack, Path state, Duration taken) {
        System.out.println(String.join(
                "\n",
                "",
                "BuildingOS is ready after " + taken.toSeconds() + " s:  " + stack.base(),
                "",
                "  Log in as     superadmin@example.com",
                "                owner.a@example.com  admin.a@example.com  operator.a@example.com  resident.a@example.com",
                "                (the same with .b for Tenant B)",
                "  Password      Demo-Building-2026!",
                "",
                "  Settings      " + state.resolve("dev.env") + "   (set -a; . .dev/dev.env; psql \"$DATABASE_URL\")",
                "  Logs          " + state.resolve("log"),
                "  Mails         " + state.resolve("mail"),
                "  Management    http://localhost:" + stack.ports().management() + "/health  /metrics",
                "  New build     ./mvnw -q -Predeploy   (into this running server)",
                "",
                "Stop with Ctrl-C; data stays.",
                ""));
    }

    private static void say(String line) {
        System.out.println("BuildingOS: " + line);
    }

    @SuppressWarnings("SystemExitOutsideMain") // runs inside Maven's JVM; the exit status is the answer to the shell
    private static void fail(String line) {
        System.err.println("BuildingOS: " + line);
        System.exit(1);
    }
}
