package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.backup.Site;
import io.buildingos.backup.StoreProxy;
import io.buildingos.backup.StoreServer;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void findsNothingInADatabaseInOrderAndRecordsIt() throws Exception {
        Site site = Site.make();
        document(site, "one");
        site.put("documents/one", "abc");
        CommandRun run = CommandRun.of(site.variables(), "verify", "--objects=hash");
        assertEquals(0, run.status(), run.out() + run.err());
        assertTrue(run.out().contains("24 checks: 0 findings"), run.out());
        assertEquals("CLEAN", site.database().askAsSystem("select status from verification_runs"));
    }

    @Test
    void findsADocumentWithoutItsObject() throws Exception {
        Site site = Site.make();
        document(site, "one");
        CommandRun run = CommandRun.of(site.variables(), "verify");
        assertEquals(ExitStatus.FOUND, run.status(), run.out() + run.err());
        assertTrue(run.out().contains("there is no object documents/one"), run.out());
        assertEquals(
                site.database().askAsSystem("select id::text from document_revisions"),
                site.database().askAsSystem("select row_key from verification_findings"));
        assertEquals(
                0, CommandRun.of(site.variables(), "verify", "--objects=none").status());
    }

    @Test
    void findsAnObjectOfAnotherSizeOrContent() throws Exception {
        Site site = Site.make();
        document(site, "one");
        document(site, "two");
        site.put("documents/one", "abcd");
        site.put("documents/two", "abd");
        CommandRun sizes = CommandRun.of(site.variables(), "verify", "--no-record");
        assertTrue(sizes.out().contains("its object has 4 bytes, not 3"), sizes.out());
        assertTrue(sizes.out().contains("24 checks: 1 findings"), sizes.out());
        CommandRun contents = CommandRun.of(site.variables(), "verify", "--objects=hash", "--no-record");
        assertTrue(contents.out().contains("its object has another content"), contents.out());
        assertEquals("0", site.database().askAsSystem("select count(*) from verification_runs"));
    }

    /** One that is held keeps every row of the database that died since. */
    @Test
    void holdsNoSnapshotWhileItReadsContents() throws Exception {
        Site site = Site.make().with("S3_PATIENCE", "2s");
        document(site, "one");
        site.put("documents/one", "abc");
        try (StoreProxy store = new StoreProxy(StoreServer.shared(), "GET .*documents/one", StoreProxy.Harm.HOLD)) {
            site.with("S3_ENDPOINT", store.endpoint());
            CompletableFuture<CommandRun> run = CompletableFuture.supplyAsync(
                    () -> CommandRun.of(site.variables(), "verify", "--objects=hash", "--no-record"));
            store.awaitVictim();
            assertEquals(
                    "1 0",
                    site.database()
                            .ask(
                                    "select count(*) || ' ' || count(backend_xmin) from pg_stat_activity"
                                            + " where datname = current_database() and application_name = 'buildingos-verify'"));
            assertEquals(ExitStatus.UNAVAILABLE, run.join().status());
        }
    }

    @Test
    void findsAnObjectWithoutRowOnceItIsADayOld() throws Exception {
        Site site = Site.make();
        site.put("documents/lost", "abc");
        assertEquals(0, CommandRun.of(site.variables(), "verify").status());
        Files.setLastModifiedTime(
                site.file("documents/lost"), java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
        CommandRun run = CommandRun.of(site.variables(), "verify");
        assertEquals(ExitStatus.FOUND, run.status(), run.out() + run.err());
        assertTrue(run.out().contains("objects documents/lost"), run.out());
    }

    @Test
    void saysThatItCouldNotBeFoundOut() throws Exception {
        Site site = Site.make().with("MIGRATION_DATABASE_URL", "postgresql://owner:any@localhost:1/none");
        assertEquals(
                ExitStatus.UNAVAILABLE,
                CommandRun.of(site.variables(), "verify").status());
    }

    private static void document(Site site, String name) throws Exception {
        site.database()
                .sql("set app.scope = 'system'; with d as (insert into documents (id, version, tenant_id, file_name,"
                        + " name_key, category, visibility, revision, created_at) select gen_random_uuid(), 0, id, 'a.txt',"
                        + " 'a.txt', 'OTHER', 'ADMINS', 1, now() from tenants where slug = 'one' returning id, tenant_id)"
                        + " insert into document_revisions (id, version, tenant_id, document_id, number, object_key,"
                        + " file_name, content_type, size_bytes, sha256, created_at) select gen_random_uuid(), 0,"
                        + " tenant_id, id, 1, 'documents/" + name + "', 'a.txt', 'text/plain', 3, '" + SHA256_OF_ABC
                        + "', now() from d");
    }
}
