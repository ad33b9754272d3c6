package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The script that changes versions, against a real server: with good releases and bad ones. Alone: it judges how soon. */
@SystemTest
@Isolated
@Order(Integer.MAX_VALUE - 2)
class DeployIT {
    @TempDir
    private static Path folder;

    private static Releases releases;
    private static Node one;

    @BeforeAll
    static void startANode(TestStack stack) throws Exception {
        releases = new Releases(folder);
        one = new Node(stack, folder, "one");
        one.awaitManagement();
    }

    @AfterAll
    static void stopIt() {
        one.close();
    }

    @BeforeEach
    void startFromTheBuiltVersion() throws Exception {
        Servers.Outcome deployed = one.deploy(releases.built());
        assertEquals(0, deployed.status(), deployed.output());
        assertEquals(200, one.ready());
    }

    @Test
    void deployingTwiceChangesNothing() throws Exception {
        String before = one.cli("status").output();
        Servers.Outcome again = one.deploy(releases.built());
        assertEquals(0, again.status(), again.output());
        assertTrue(again.output().contains("already, and is ready"), again.output());
        assertEquals(versions(before), versions(one.cli("status").output()));
    }

    @Test
    void keepsThePreviousVersionAndGoesBackToItInSeconds() throws Exception {
        String first = running();
        Servers.Outcome next = one.deploy(releases.next("1"), "--name", "buildingos-next.ear");
        assertEquals(0, next.status(), next.output());
        assertEquals("buildingos-next.ear", running());
        assertTrue(one.cli("status").output().contains("Kept: " + first));

        Instant begin = Instant.now();
        Servers.Outcome back = one.deploy("--rollback");
        Duration taken = Duration.between(begin, Instant.now());
        assertEquals(0, back.status(), back.output());
        assertEquals(first, running());
        assertEquals(200, one.ready());
        assertTrue(taken.toSeconds() < 10, "a rollback took " + taken);

        // The bare script for the server's command line goes forth again, and there is never a third version.
        Servers.Outcome forth = one.cli("rollback");
        assertEquals(0, forth.status(), forth.output());
        assertEquals("buildingos-next.ear", running());
        assertEquals(
                0,
                one.deploy(releases.next("2"), "--name", "buildingos-last.ear").status());
        String versions = one.cli("status").output();
        assertTrue(versions.contains("Kept: buildingos-next.ear"), versions);
        assertEquals(
                1, versions.lines().filter(line -> line.startsWith("Kept: ")).count(), versions);
    }

    @Test
    void aVersionThatCannotStartLeavesTheOneBefore() throws Exception {
        String before = one.cli("status").output();
        Instant begin = Instant.now();
        Servers.Outcome refused = one.deploy(releases.unableToStart());
        assertEquals(1, refused.status(), refused.output());
        assertTrue(refused.output().contains("java.lang.ClassNotFoundException: no.such.Servlet"), refused.output());
        assertTrue(refused.output().contains("could not start"), refused.output());
        assertBackWithinAMinute(begin, before);
    }

    @Test
    void aVersionThatDoesNotBecomeReadyIsTakenBack() throws Exception {
        String before = one.cli("status").output();
        Instant begin = Instant.now();
        Servers.Outcome refused = one.deploy(releases.waitingForAMigration());
        assertEquals(1, refused.status(), refused.output());
        assertTrue(refused.output().contains("application:unavailable database:up migrations:down"), refused.output());
        assertTrue(refused.output().contains("was not ready after 25 s and was taken back"), refused.output());
        assertBackWithinAMinute(begin, before);
    }

    private static void assertBackWithinAMinute(Instant begin, String before) throws Exception {
        Duration taken = Duration.between(begin, Instant.now());
        assertTrue(taken.toSeconds() < 60, "took " + taken);
        assertEquals(200, one.ready());
        assertEquals(versions(before), versions(one.cli("status").output()));
    }

    private static String running() throws Exception {
        String status = one.cli("status").output();
        String line = status.lines()
                .filter(said -> said.startsWith("Running: "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(status));
        assertNotEquals(-1, line.indexOf(", OK"), status);
        return line.substring("Running: ".length(), line.indexOf(','));
    }

    private static String versions(String status) {
        return status.lines()
                .filter(line -> line.matches("(Running|Kept|A rollback leads to): .*"))
                .sorted()
                .toList()
                .toString();
    }
}
