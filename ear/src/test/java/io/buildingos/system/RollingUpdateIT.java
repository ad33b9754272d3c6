package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes behind haproxy, updated and stopped while people work. Wants haproxy and a machine to itself, and so a
 * profile: {@code ./mvnw -Prolling verify -Dit.test=RollingUpdateIT}.
 */
@SystemTest
@Tag("rolling")
class RollingUpdateIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long ENOUGH = 20_000;

    @TempDir
    private Path folder;

    @Test
    void rollsThroughTwoNodesAndStopsOneWithoutLosingARequest(TestStack stack, TestReporter figures) throws Exception {
        Releases releases = new Releases(folder);
        try (Node one = new Node(stack, folder, "one");
                Node two = new Node(stack, folder, "two")) {
            one.awaitManagement();
            two.awaitManagement();
            assertEquals(0, one.deploy(releases.built(), "--wait", "60").status());
            assertEquals(0, two.deploy(releases.built(), "--wait", "60").status());
            updateAndStop(stack, releases, one, two, figures);
        }
    }

    private void updateAndStop(TestStack stack, Releases releases, Node one, Node two, TestReporter figures)
            throws Exception {
        Actor owner = Company.on(stack, "ENTERPRISE").owner();
        try (Balancer balancer = new Balancer(folder, one, two);
                SteadyLoad load = new SteadyLoad(balancer.base(), owner.token())) {
            Eventually.until(PATIENCE, load::sent, sent -> sent > 1_000);
            long before = load.sent();
            int updates = 0;
            while (load.sent() - before < ENOUGH) {
                Servers.Outcome rolled = one.roll(
                        releases.next("rolled-" + ++updates), one.controller(), two.controller(), "--drain", "20");
                assertEquals(0, rolled.status(), rolled.output());
                assertEquals(0, load.failures().size(), () -> load.failures().get(0) + "\n" + rolled.output());
            }
            long updated = load.sent();
            two.terminate();
            long stopped = load.sent();
            assertTrue(stopped > updated, "nobody was served while a node stopped");
            Eventually.until(PATIENCE, load::sent, sent -> sent > stopped + 1_000);
            load.close();
            assertEquals(0, load.failures().size(), () -> load.failures().get(0));
            figures.publishEntry(Map.of(
                    "updates of two nodes", Integer.toString(updates),
                    "requests during them", Long.toString(updated - before),
                    "requests while a node stopped", Long.toString(stopped - updated)));
        }
    }
}
