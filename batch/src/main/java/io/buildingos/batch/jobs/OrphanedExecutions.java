package io.buildingos.batch.jobs;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.platform.JobRecords;
import io.buildingos.platform.Readiness;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** What a crash left running for ever is given up at the next start, before anything new is launched. A node that isn't ready gives nothing up. */
@Singleton
@Startup
@DependsOn("ejb.jar#InstallationStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class OrphanedExecutions {
    private static final Logger LOG = Logger.getLogger(OrphanedExecutions.class);

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobRecords records;

    @Inject
    private Readiness readiness;

    @PostConstruct
    void giveUp() {
        if (!readiness.report().serves()) {
            return;
        }
        currentCaller.run(Caller.system("start"), () -> {
            int failed = records.failOrphans();
            if (failed > 0) {
                LOG.warnf("%d executions of jobs were interrupted by a crash: they are FAILED and can restart", failed);
            }
        });
    }
}
