package io.buildingos.notification;

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

/**
 * Looks every two seconds whether there is mail to deliver, on every node: the rows' locks share it out. Wound up again
 * after each round, so that a slow mail server delays the next round instead of piling rounds up.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {
    private static final Logger LOG = Logger.getLogger(MailTimer.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final int MOST_A_ROUND = 100;

    @Resource
    private TimerService timers;

    @Inject
    private MailDelivery delivery;

    @Inject
    private CurrentCaller currentCaller;

    @PostConstruct
    void windUp() {
        timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void round() {
        try {
            currentCaller.run(Caller.system("mail-delivery"), this::deliver);
        } catch (RuntimeException failure) {
            LOG.warnf("Mail is not being delivered: %s", failure);
        } finally {
            windUp();
        }
    }

    private void deliver() {
        int delivered = 0;
        while (delivered < MOST_A_ROUND && delivery.deliverNext().isPresent()) {
            delivered++;
        }
    }
}
