package io.buildingos.payment;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Looks every few seconds whether receipts wait, on every node: the rows' locks share them out. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiptTimer {
    private static final Logger LOG = Logger.getLogger(ReceiptTimer.class);
    private static final long PAUSE_MILLIS = 5_000;
    private static final int MOST_A_ROUND = 200;

    @Resource
    private TimerService timers;

    @Inject
    private ReceiptDelivery delivery;

    @Inject
    private CurrentCaller currentCaller;

    @PostConstruct
    void windUp() {
        timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void round() {
        try {
            currentCaller.run(Caller.system("receipts"), this::deliver);
        } catch (RuntimeException failure) {
            LOG.warnf("Receipts are not being delivered: %s", failure);
        } finally {
            windUp();
        }
    }

    private void deliver() {
        int delivered = 0;
        while (delivered < MOST_A_ROUND && delivery.deliverNext()) {
            delivered++;
        }
    }
}
