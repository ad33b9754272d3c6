package io.buildingos.backup;

import io.buildingos.config.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a dump is restored: all of it but the extensions that the target's role may not create, such as
 * pg_stat_statements, which only a superuser may. The product needs none of them; an object that does fails the restore by
 * its own error.
 */
final class RestoreList {
    private static final Pattern EXTENSION = Pattern.compile("\\d+; \\d+ \\d+ EXTENSION \\S+ (?<name>\\S+) .*");

    private static final Pattern ROW_SECURITY = Pattern.compile("\\d+; \\d+ \\d+ ROW SECURITY .*");

    /** One that is there already is passed over by pg_restore before it asks for any right. */
    private static final String FORBIDDEN = """
            select wanted.name from unnest(?) wanted(name)
            where not exists (select from pg_extension e where e.extname = wanted.name)
            and not exists (select from pg_available_extensions a
              join pg_available_extension_versions v on v.name = a.name and v.version = a.default_version
              where a.name = wanted.name
              and (not v.superuser or (select rolsuper from pg_roles where rolname = current_user)
                or v.trusted and has_database_privilege(current_database(), 'CREATE')))
            order by 1
            """;

    private final List<String> lines;

    /** @param contents as {@code pg_restore --list} prints them */
    RestoreList(String contents) {
        this(contents.lines().toList());
    }

    private RestoreList(List<String> lines) {
        this.lines = lines;
    }

    /** The extensions that are to be left out of the target. */
    List<String> forbidden(Database target) {
        List<String> wanted = lines.stream()
                .map(RestoreList::extension)
                .flatMap(Optional::stream)
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        try (Connection connection = SourceSnapshot.connected(target);
                PreparedStatement query = connection.prepareStatement(FORBIDDEN)) {
            Array names = connection.createArrayOf("text", wanted.toArray());
            query.setArray(1, names);
            List<String> forbidden = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    forbidden.add(rows.getString(1));
                }
            }
            return forbidden;
        } catch (SQLException failure) {
            throw BackupFailure.failed(
                    "The target can't be asked for its extensions: " + TableCounts.oneLine(failure), failure);
        }
    }

    RestoreList withoutExtensions(List<String> extensions) {
        return chosen(line -> extension(line).filter(extensions::contains).isEmpty());
    }

    /** What enables it, the policies stay. */
    RestoreList withoutRowSecurity() {
        return chosen(line -> !ROW_SECURITY.matcher(line).matches());
    }

    RestoreList rowSecurity() {
        return chosen(line -> ROW_SECURITY.matcher(line).matches());
    }

    /** For {@code pg_restore --use-list}. */
    PrivateFile file() throws IOException {
        PrivateFile file = PrivateFile.make(".list");
        Files.write(file.path(), lines);
        return file;
    }

    private RestoreList chosen(Predicate<String> condition) {
        return new RestoreList(lines.stream().filter(condition).toList());
    }

    private static Optional<String> extension(String line) {
        Matcher entry = EXTENSION.matcher(line);
        return entry.matches() ? Optional.of(entry.group("name")) : Optional.empty();
    }
}
