package io.buildingos.batch.notification;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.notification.MailAttempt.Outcome;
import io.buildingos.notification.MailDelivery;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Mail by mail, each a transaction; what fails is due again later, so the round ends. */
@Named
@Dependent
class MailDue extends AbstractBatchlet {
    @Inject
    private JobRun run;

    @Inject
    private MailDelivery delivery;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        long done = 0;
        Optional<Outcome> last = Optional.empty();
        do {
            last = run.call(delivery::deliverNext);
            last.ifPresent(outcome -> outcomes.merge(outcome, 1L, Long::sum));
            done += last.isPresent() ? 1 : 0;
            run.isAt(done);
        } while (last.isPresent() && !stopped);
        run.endsAt(done);
        if (done > 0) {
            run.log("Delivered what was due: " + outcomes);
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
