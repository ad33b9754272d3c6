package io.buildingos.audit;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Has entries sealed every few seconds, in transactions of their own: no change in the product ever waits for it. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealingClock {
    private static final Logger LOG = Logger.getLogger(SealingClock.class);
    private static final Caller SEALING = Caller.system("audit-sealing");

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditSealing sealing;

    private boolean failing;

    /** A failure is told once: while the database is away, the next attempt in some seconds is all there is to do. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void sealWaiting() {
        try {
            currentCaller.run(SEALING, () -> {
                while (sealing.sealSome() == AuditSealing.BATCH) {
                    LOG.debug("More entries wait for their seals");
                }
            });
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("Audit entries couldn't be sealed; trying on", failure);
            }
            failing = true;
        }
    }
}
