package io.buildingos.platform;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts over all tenants, for the metrics. Each is answered from an index over the few rows that matter. */
@Stateless
public class PlatformFigures {
    static final List<String> MAIL = List.of("PENDING", "DEAD");
    static final List<String> JOBS = List.of("STARTING", "STARTED", "STOPPING");

    @PersistenceContext
    private EntityManager entityManager;

    /** Metric and status, parted by a slash; one that has no rows counts 0. */
    @Open(Open.To.SYSTEM)
    @SystemScope("metrics are the platform's")
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        MAIL.forEach(status -> counts.put("buildingos_mail_outbox/" + status, 0L));
        JOBS.forEach(status -> counts.put("buildingos_job_executions/" + status, 0L));
        List<?> rows = entityManager
                .createNativeQuery(
                        "select 'buildingos_mail_outbox/' || status figure, count(*) amount from mail_outbox"
                                + " where status in (:mail) group by status union all"
                                + " select 'buildingos_job_executions/' || batchstatus, count(*) from job_execution"
                                + " where batchstatus in (:jobs) group by batchstatus",
                        Tuple.class)
                .setParameter("mail", MAIL)
                .setParameter("jobs", JOBS)
                .getResultList();
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row -> counts.put(row.get("figure", String.class), row.get("amount", Long.class)));
        return counts;
    }
}
