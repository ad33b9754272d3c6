package io.buildingos.backup;

import io.buildingos.config.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether a database may be restored into: one that is empty may, one that isn't only by force and by its name. */
final class RestoreTarget {
    /** Everything but PostgreSQL's own. */
    static final String SCHEMAS = """
            select quote_ident(nspname) from pg_namespace
            where nspname <> 'information_schema' and nspname not like 'pg\\_%' order by 1
            """;

    private static final String CONTENT = """
            select format('%I.%I', n.nspname, o.name) from (
              select oid, 'pg_class'::regclass kind, relnamespace space, relname name from pg_class
                where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
              union all select oid, 'pg_proc'::regclass, pronamespace, proname from pg_proc) o
            join pg_namespace n on n.oid = o.space
            where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
            and not exists (select from pg_depend d where d.classid = o.kind and d.objid = o.oid and d.deptype = 'e')
            order by 1 limit 3
            """;

    private static final String APPLICATION = """
            select distinct application_name from pg_stat_activity
            where datname = current_database() and application_name like 'buildingos/%'
            """;

    private final Connection connection;
    private final Database target;

    RestoreTarget(Connection connection, Database target) {
        this.connection = connection;
        this.target = target;
    }

    /** Whether it is empty; refuses unless it is, or is to be overwritten. */
    boolean admit(RestoreBackup.Options options) throws SQLException {
        boolean forced = options.force() && target.name().equals(options.confirmedName());
        if (options.force() && !forced) {
            throw BackupFailure.refused("To overwrite a database type its name: --confirm-name " + target.name());
        }
        List<String> nodes = TableCounts.strings(connection, APPLICATION);
        if (!nodes.isEmpty() && !forced) {
            throw BackupFailure.refused("The application works on " + target.name() + " right now ("
                    + String.join(", ", nodes) + "): stop it first");
        }
        List<String> content = TableCounts.strings(connection, CONTENT);
        if (!content.isEmpty() && !forced) {
            throw BackupFailure.refused("The database " + target.name() + " isn't empty: it holds "
                    + String.join(", ", content) + ". Restore into an empty one, or overwrite it by --force"
                    + " --confirm-name " + target.name());
        }
        return content.isEmpty();
    }
}
