package io.buildingos.platform;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.SystemScope;
import io.buildingos.platform.SlowQueries.SlowQuery;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;

/** Reads pg_stat_statements, where the database has it: only this application's statements, none of its values. */
@Stateless
public class SlowQueriesService {
    private static final int MOST = 50;
    /** The library must have been loaded with the server, too: only then it has a setting. */
    private static final String COUNTED = "select count(*) from pg_extension e, pg_settings s"
            + " where e.extname = 'pg_stat_statements' and s.name = 'pg_stat_statements.max'";

    private static final String COSTLIEST = "select s.query query, s.calls calls, s.total_exec_time total,"
            + " s.mean_exec_time mean, s.max_exec_time longest, s.rows \"rows\","
            + " s.total_exec_time / greatest(sum(s.total_exec_time) over (), 0.001) share"
            + " from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid"
            + " where d.datname = current_database() and r.rolname = current_user"
            + " order by s.total_exec_time desc";

    @PersistenceContext
    private EntityManager entityManager;

    @Allowed(PLATFORM)
    @SystemScope("the database belongs to the platform")
    public SlowQueries costliest() {
        Number counted = (Number) entityManager.createNativeQuery(COUNTED).getSingleResult();
        if (counted.intValue() == 0) {
            return new SlowQueries(false, List.of());
        }
        List<?> rows = entityManager
                .createNativeQuery(COSTLIEST, Tuple.class)
                .setMaxResults(MOST)
                .getResultList();
        return new SlowQueries(
                true,
                rows.stream()
                        .map(Tuple.class::cast)
                        .map(SlowQueriesService::view)
                        .toList());
    }

    private static SlowQuery view(Tuple row) {
        return new SlowQuery(
                row.get("query", String.class),
                row.get("calls", Number.class).longValue(),
                row.get("total", Number.class).doubleValue(),
                row.get("mean", Number.class).doubleValue(),
                row.get("longest", Number.class).doubleValue(),
                row.get("rows", Number.class).longValue(),
                row.get("share", Number.class).doubleValue());
    }
}
