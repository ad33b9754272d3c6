package io.buildingos.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.migration.PostgresServer;
import io.buildingos.migration.TestDatabase;
import io.buildingos.store.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup by several workers: the same as one in a single file, whatever happens to a part of it. */
class ParallelBackupTest {
    /** What pg_dump must treat apart: what belongs to no table, refers to itself, or is called what isn't a name. */
    private static final String PECULIAR = """
            create table "Odd name" (id int generated always as identity, upper int, noise text default 'x');
            alter table "Odd name" add primary key (id), add foreign key (upper) references "Odd name";
            insert into "Odd name" (upper) values (2), (1);
            create table "we.ird*" (id bigserial primary key, odd int references "Odd name");
            alter table "Odd name" add ird bigint references "we.ird*";
            insert into "we.ird*" (odd) values (1), (2);
            update "Odd name" set ird = id;
            create sequence alone start 41;
            select nextval('alone');
            create schema aside;
            create table aside.halves (half text) partition by list (half);
            create table aside.first_half partition of aside.halves for values in ('a');
            insert into aside.halves values ('a');
            create materialized view aside.seen as select count(*) from aside.halves;
            select lo_from_bytea(4711, 'a large object');
            create function aside.refuse() returns trigger language plpgsql as 'begin raise exception ''late''; end';
            create trigger no_more before insert on aside.first_half for each row execute function aside.refuse();
            """;

    private static Site site;
    private static Manifest single;
    private static Manifest parallel;

    @TempDir
    private Path folder;

    @BeforeAll
    static void backUpTheSameTwice() throws Exception {
        site = Site.make();
        site.database().sql(PECULIAR);
        single = site.backUp();
        parallel = site.backUp(3);
    }

    @Test
    void restoresToWhatASingleFileRestoresTo() throws Exception {
        assertEquals(List.of("dump.pgc"), names(single));
        assertEquals(List.of("schema.pgc", "rows-1.pgc", "rows-2.pgc", "rows-3.pgc"), names(parallel));
        assertEquals(single.rows(), parallel.rows());
        String expected = restored(single, null);
        assertTrue(expected.contains("COPY aside.first_half") && expected.contains("alone', 41"), expected);
        assertEquals(expected, restored(parallel, null));
        site.with("BACKUP_ENCRYPTION_KEY", Site.KEY);
        try {
            assertEquals(expected, restored(site.backUp(2), 1));
        } finally {
            site.variables().remove("BACKUP_ENCRYPTION_KEY");
        }
    }

    @Test
    void everyPartIsReadByPlainPgRestoreAndNoRowsAreInTwo() throws Exception {
        assertEquals(rowsListed(single), rowsListed(parallel));
        assertFalse(listed(parallel, parallel.files().get(0)).contains("TABLE DATA"));
        for (StoredFile file : parallel.rowFiles()) {
            assertTrue(listed(parallel, file).contains("TABLE DATA"), file.name());
            assertFalse(listed(parallel, file).contains("CONSTRAINT"), file.name());
        }
    }

    @Test
    void spreadsTheTablesByTheirSizesAndLeavesTheFirstWhateverNobodyTakes() {
        Map<String, Long> sizes = Map.of("a", 90L, "b", 50L, "c", 35L, "d", 4L);
        assertEquals(
                List.of(
                        "schema.pgc --section=pre-data --section=post-data",
                        "rows-1.pgc --section=data --strict-names --exclude-table-data=b --exclude-table-data=c"
                                + " --exclude-table-data=d",
                        "rows-2.pgc --section=data --strict-names --table=b --table=c --table=d"),
                DumpPart.of(2, sizes).stream()
                        .map(part -> part.name() + " " + String.join(" ", part.options()))
                        .toList());
        assertEquals(2, DumpPart.of(8, Map.of("only", 1L)).size());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aKilledDumpEndsTheOthersAndLeavesNothing() throws Exception {
        List<String> before = complete();
        Path silent = folder.resolve("silent");
        site.program(
                folder,
                "pg_dump",
                "case \"$*\" in *--table=*) while [ ! -e " + silent + " ]; do sleep 0.05; done;"
                        + " /usr/bin/pg_dump \"$@\" | head -c 3000; kill -9 $$;; *) touch " + silent
                        + "; exec sleep infinity;; esac");
        BackupFailure failure = assertThrows(BackupFailure.class, () -> site.backUp(2));
        site.variables().remove("BACKUP_PG_BIN");
        assertTrue(failure.getMessage().contains("pg_dump was killed by signal 9"), failure.getMessage());
        assertFalse(ProcessHandle.current()
                .descendants()
                .anyMatch(process -> process.info().commandLine().orElse("").contains("sleep infinity")));
        assertEquals(before, complete());
        site.backUp(2);
        assertEquals(before.size() + 1, complete().size());
    }

    @ParameterizedTest
    @CsvSource({"PUT .*rows-2.pgc.*partNumber=1, NO_SPACE, 507", "PUT .*schema.pgc.*partNumber=1, CUT, write part 1"})
    void aStoreThatFailsForOnePartFailsTheBackup(String request, StoreProxy.Harm harm, String reason) throws Exception {
        List<String> before = complete();
        String direct = site.variables().get("S3_ENDPOINT");
        try (StoreProxy proxy = new StoreProxy(StoreServer.shared(), request, harm)) {
            site.with("S3_ENDPOINT", proxy.endpoint());
            StoreFailure failure = assertThrows(StoreFailure.class, () -> site.backUp(2));
            assertTrue(failure.getMessage().contains(reason), failure.toString());
        } finally {
            site.with("S3_ENDPOINT", direct);
        }
        assertEquals(before, complete());
    }

    @Test
    void missingTruncatedFlippedAndSwappedPartsAreFound() throws Exception {
        String id = site.backUp(2).id();
        Path one = site.file("backups/" + id + "/rows-1.pgc");
        Path other = one.resolveSibling("rows-2.pgc");
        byte[] content = Files.readAllBytes(other);
        Files.delete(other);
        assertEquals("rows-2.pgc is missing", found(id).problem());
        Files.write(other, Arrays.copyOf(content, content.length - 1));
        assertTrue(found(id).problem().startsWith("rows-2.pgc has "), found(id).problem());
        content[content.length / 2] ^= 1;
        Files.write(other, content);
        assertTrue(findings(id).contains("rows-2.pgc of " + id + " isn't what was written"), findings(id));
        Files.write(other, Files.readAllBytes(one));
        Files.write(one, content);
        assertEquals(StoredBackup.State.DAMAGED, found(id).state());
    }

    @Test
    void aPartThatCannotBeLoadedEndsTheRestore() throws Exception {
        Manifest taken = site.backUp(2);
        Path schema = site.file("backups/" + taken.id() + "/schema.pgc");
        Files.copy(schema, schema.resolveSibling("rows-2.pgc"), StandardCopyOption.REPLACE_EXISTING);
        Path manifest = schema.resolveSibling("manifest.json");
        StoredFile was = taken.files().get(2);
        StoredFile is = taken.files().get(0);
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(was.sha256(), is.sha256())
                        .replace("\"size\" : " + was.size(), "\"size\" : " + is.size()));
        BackupFailure failure = assertThrows(BackupFailure.class, () -> restored(taken, null));
        assertTrue(failure.getMessage().startsWith("pg_restore ended with status 1"), failure.getMessage());
    }

    @Test
    void whatEarlierVersionsWroteIsReadAndASingleFileIsReadableToThem() throws Exception {
        Manifest taken = site.backUp(1);
        assertEquals(1, taken.version());
        assertEquals(2, parallel.version());
        StoredFile file = taken.files().get(0);
        Files.writeString(site.file("backups/" + taken.id() + "/manifest.json"), """
                {"version":1,"id":"%s","takenAt":"%s","durationMillis":812,"database":"test1",
                "schemaVersion":"%s","server":"15.4","tool":"15.14","format":"CUSTOM",
                "files":[{"name":"dump.pgc","size":%d,"sha256":"%s"}],"rows":%s}
                """.formatted(
                        taken.id(),
                        taken.takenAt(),
                        taken.schemaVersion(),
                        file.size(),
                        file.sha256(),
                        Manifest.line(taken.rows())));
        assertEquals("", findings(taken.id()));
        assertEquals(1, found(taken.id()).manifest().workers());
        assertFalse(restored(taken, null).isEmpty());
    }

    /** What pg_dump says of the database that it was restored to. */
    private static String restored(Manifest manifest, Integer jobs) throws Exception {
        TestDatabase target = PostgresServer.of(15).newDatabase();
        try (Archive archive = site.archive()) {
            new RestoreBackup(
                            archive,
                            Progress.NONE,
                            archive.find(manifest.id()),
                            site.configuration().migrationDatabase().named(target.name()))
                    .run(new RestoreBackup.Options(false, null, jobs, false));
        }
        return output("pg_dump", "--dbname=" + target.url("postgres"))
                .lines()
                // Of each run alone.
                .filter(line -> !line.matches("\\\\(un)?restrict .*"))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> rowsListed(Manifest manifest) throws Exception {
        StringBuilder all = new StringBuilder();
        for (StoredFile file : manifest.files()) {
            all.append(listed(manifest, file));
        }
        return all.toString()
                .lines()
                .filter(line -> line.matches("\\d+; \\d+ \\d+ (TABLE DATA|BLOBS) .*"))
                .map(line -> line.replaceFirst("\\d+; \\d+ ", ""))
                .sorted()
                .toList();
    }

    private static String listed(Manifest manifest, StoredFile file) throws Exception {
        return output("pg_restore", "--list", part(manifest, file.name()).toString());
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
        return output;
    }

    private static Path part(Manifest manifest, String name) {
        return site.file("backups/" + manifest.id() + "/" + name);
    }

    private static List<String> names(Manifest manifest) {
        return manifest.files().stream().map(StoredFile::name).toList();
    }

    private static StoredBackup found(String id) {
        try (Archive archive = site.archive()) {
            return archive.find(id);
        }
    }

    private static String findings(String id) {
        try (Archive archive = site.archive()) {
            return String.join(
                    "; ",
                    new VerifyBackup(archive, Progress.NONE, "test")
                            .run(found(id))
                            .findings());
        }
    }

    private static List<String> complete() {
        return site.backups().stream()
                .filter(backup -> backup.state() == StoredBackup.State.COMPLETE)
                .map(StoredBackup::id)
                .toList();
    }
}
