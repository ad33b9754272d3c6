package io.buildingos.platform;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.TrialEnding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** Tells those who choose a company's plan that its trial ends, and on which day of theirs. */
@ApplicationScoped
class SubscriptionNotices {
    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Inject
    private Audience audience;

    @Inject
    private Notifications notifications;

    void ending(@Observes TrialEnding trial) {
        currentCaller.run(currentCaller.get().inTenant(trial.tenantId()), () -> tell(trial));
    }

    private void tell(TrialEnding trial) {
        notifications.tell(
                audience.holding(Permission.PLAN_WRITE, null),
                NotificationType.SUBSCRIPTION_ENDING,
                new Subject("subscription", trial.subscriptionId()),
                Map.of(
                        "plan",
                        trial.plan().name(),
                        "date",
                        LocalDate.ofInstant(trial.endsAt(), calendars.zoneOf(trial.tenantId()))));
    }
}
