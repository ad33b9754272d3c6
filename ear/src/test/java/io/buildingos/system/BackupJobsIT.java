package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jobs as the super admin runs them; what they do is tested where it is done. */
@SystemTest
class BackupJobsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void takesABackupDrillsItAndKeepsIt(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        assertEquals("COMPLETED", ended(platform, "backup", "{\"parameters\":{\"workers\":\"2\"}}"));
        platform.get("/platform/backups")
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("COMPLETE"), "items[0].proven", equalTo(false))
                .body("items[0].rows", greaterThan(0), "items[0].schemaVersion", notNullValue());
        String id = platform.get("/platform/backups").path("items[0].id");
        assertEquals("COMPLETED", ended(platform, "restore-drill", "{\"parameters\":{\"backup\":\"" + id + "\"}}"));
        platform.get("/platform/backups")
                .then()
                .body("items[0].proven", equalTo(true), "items[0].drilled.passed", equalTo(true));
        assertEquals("1", Sql.one(stack, "select count(*) from backup_drills where passed and backup = '" + id + "'"));
        assertEquals("COMPLETED", ended(platform, "retention", "{\"parameters\":{\"dryRun\":\"true\"}}"));
        assertEquals("COMPLETED", ended(platform, "retention", "{}"));
        platform.get("/platform/backups").then().body("items[0].id", equalTo(id));
        assertNoAnswerOfTheStoreIsKept(stack.serverPid());
    }

    /** On a thread of the server's it would keep the application's classes when that is replaced. */
    private static void assertNoAnswerOfTheStoreIsKept(long server) throws Exception {
        assertTrue(Heap.instances(server, "software.amazon.awssdk.services.s3.DefaultS3Client") > 0);
        assertEquals(0, Heap.instances(server, "software.amazon.awssdk.utils.LookaheadInputStream"));
    }

    @Test
    void aDrillOfABackupThatIsntThereFailsAndCanBeGivenUpForGood(TestStack stack) throws SQLException {
        Actor platform = Company.superAdmin(stack);
        String launched =
                platform.launched("restore-drill", "{\"parameters\":{\"backup\":\"20200101T000000Z-00000000\"}}");
        assertEquals("FAILED", awaited(platform, launched));
        Company.on(stack, "PRO").owner().post(launched + "/abandon").then().statusCode(403);
        platform.post(launched + "/abandon").then().statusCode(200).body("status", equalTo("ABANDONED"));
        platform.post(launched + "/abandon").then().statusCode(409).body("code", equalTo("ILLEGAL_STATE_CHANGE"));
        platform.post(launched + "/restart", "{}").then().statusCode(409);
        String execution = launched.substring(launched.lastIndexOf('/') + 1);
        assertEquals(
                "1",
                Sql.one(
                        stack,
                        "select count(*) from audit_entries where action = 'job.abandoned'"
                                + " and changes->>'execution' = '" + execution + "'"));
    }

    @Test
    void showsBackupsToTheSuperAdminAlone(TestStack stack) throws SQLException {
        Company.on(stack, "PRO").owner().get("/platform/backups").then().statusCode(403);
    }

    private static String ended(Actor platform, String job, String body) {
        return awaited(platform, platform.launched(job, body));
    }

    private static String awaited(Actor platform, String execution) {
        return Eventually.until(
                PATIENCE,
                () -> platform.get(execution).path("status"),
                List.of("COMPLETED", "FAILED", "STOPPED")::contains);
    }
}
