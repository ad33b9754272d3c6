package io.buildingos.jobs;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** The servers of the installation. How busy each is, is read off its sessions at the database: so each sees them all. */
@Stateless
public class NodesService {
    private static final String NODES =
            "select n.node node, n.incarnation = :me answering, " + JobNodes.ALIVE + " alive,"
                    + " n.started_at started_at, n.seen_at seen_at, count(c.pid) connections,"
                    + " count(*) filter (where c.state <> 'idle') busy, count(*) filter (where c.wait_event_type = 'Lock') locked"
                    + " from job_nodes n left join pg_stat_activity c on c.datname = current_database()"
                    + " and c.application_name = 'buildingos/' || n.node group by n.node order by n.node";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Node node;

    @Allowed(Permission.PLATFORM)
    @SystemScope("nodes belong to the platform")
    public List<NodeView> list() {
        List<?> rows = entityManager
                .createNativeQuery(NODES, Tuple.class)
                .setParameter("me", node.incarnation())
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(NodesService::view).toList();
    }

    private static NodeView view(Tuple row) {
        return new NodeView(
                row.get("node", String.class),
                row.get("answering", Boolean.class),
                row.get("alive", Boolean.class),
                row.get("started_at", Instant.class),
                row.get("seen_at", Instant.class),
                row.get("connections", Long.class),
                row.get("busy", Long.class),
                row.get("locked", Long.class));
    }
}
