package io.buildingos.backup;

import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.backup.PostgresTools.Tool;
import io.buildingos.backup.Together.Act;
import io.buildingos.config.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a dump into a database by pg_restore: all of it in one transaction, or by several workers. */
final class LoadDump {
    private final StoredFiles files;
    private final Progress progress;
    private final StoredFile dump;
    private final List<StoredFile> rows;
    private final Database target;
    private final Tool restore;
    private final Map<String, String> environment;

    LoadDump(Archive archive, StoredFiles files, Progress progress, Manifest manifest, Database target) {
        this.files = files;
        this.progress = progress;
        this.dump = manifest.files().get(0);
        this.rows = manifest.rowFiles();
        this.target = target;
        this.restore = archive.tools()
                .find("pg_restore", Integer.parseInt(manifest.tool().replaceFirst("\\D.*", "")));
        this.environment = Connecting.variables(target);
    }

    void run(int workers) {
        RestoreList list =
                new RestoreList(files.heard(dump, List.of(restore.path().toString(), "--list")));
        List<String> forbidden = list.forbidden(target);
        if (!forbidden.isEmpty()) {
            progress.tells("Left out, since %s may not create them in %s: the extensions %s"
                    .formatted(target.user(), target.name(), String.join(", ", forbidden)));
        }
        RestoreList chosen = list.withoutExtensions(forbidden);
        try {
            if (workers <= 1 && rows.isEmpty()) {
                stream(chosen);
            } else {
                loadByWorkers(chosen, workers);
            }
        } catch (IOException failure) {
            throw BackupFailure.failed("The dump can't be put on disk: " + failure.getMessage(), failure);
        }
    }

    private void stream(RestoreList chosen) throws IOException {
        try (PrivateFile list = chosen.file()) {
            files.feed(dump, command("--single-transaction", "--use-list=" + list.path()), environment);
        }
    }

    /**
     * Workers seek in what they load together, so it must lie on a disk: the whole dump, or the schema alone where the rows
     * have files of their own. Row security is enabled when they are done: the order of their work isn't known, and a
     * foreign key can't be checked behind it.
     */
    private void loadByWorkers(RestoreList chosen, int workers) throws IOException {
        try (PrivateFile spool = PrivateFile.make(".pgc");
                PrivateFile open = chosen.withoutRowSecurity().file();
                PrivateFile security = chosen.rowSecurity().file()) {
            files.read(dump, source -> {
                try (var out = Files.newOutputStream(spool.path())) {
                    source.transferTo(out);
                }
            });
            if (rows.isEmpty()) {
                load(spool.path(), "--jobs=" + workers, "--use-list=" + open.path());
            } else {
                load(spool.path(), "--single-transaction", "--section=pre-data", "--use-list=" + open.path());
                streamRows(workers);
                load(spool.path(), "--jobs=" + workers, "--section=post-data", "--use-list=" + open.path());
            }
            load(spool.path(), "--single-transaction", "--use-list=" + security.path());
        }
    }

    /** Keys and triggers come after them all. */
    private void streamRows(int workers) {
        Together.run(
                workers,
                progress,
                rows.stream().mapToLong(StoredFile::size).sum(),
                rows.stream()
                        .<Act<StoredFile>>map(file -> told -> {
                            files.telling(told).feed(file, command("--single-transaction"), environment);
                            return file;
                        })
                        .toList());
    }

    private void load(Path spool, String... options) throws IOException {
        List<String> command = command(options);
        command.add(spool.toString());
        try (ToolProcess process = ToolProcess.start(command, environment)) {
            process.input().close();
            Digesting.drain(process.output());
            process.finish();
        }
    }

    /** Owner and grants are those of the place that it is restored to; comments on extensions are their owner's. */
    private List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                restore.path().toString(),
                "--dbname=" + target.name(),
                "--no-password",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                "--no-comments"));
        command.addAll(List.of(options));
        return command;
    }
}
