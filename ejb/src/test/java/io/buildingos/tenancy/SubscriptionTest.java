package io.buildingos.tenancy;

import static io.buildingos.tenancy.Subscription.Status.ACTIVE;
import static io.buildingos.tenancy.Subscription.Status.CANCELED;
import static io.buildingos.tenancy.Subscription.Status.EXPIRED;
import static io.buildingos.tenancy.Subscription.Status.PAST_DUE;
import static io.buildingos.tenancy.Subscription.Status.TRIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Subscription.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Map<Status, Set<Status>> LEGAL = Map.of(
            TRIAL, Set.of(ACTIVE, CANCELED, EXPIRED),
            ACTIVE, Set.of(PAST_DUE, CANCELED),
            PAST_DUE, Set.of(ACTIVE, CANCELED, EXPIRED),
            CANCELED, Set.of(ACTIVE),
            EXPIRED, Set.of(ACTIVE));

    @ParameterizedTest
    @EnumSource
    void refusesEveryChangeThatIsNotOnTheList(Status from) {
        for (Status to : Status.values()) {
            Subscription subscription = inStatus(from);
            if (LEGAL.get(from).contains(to)) {
                subscription.become(to, NOW);
                assertEquals(to, subscription.status(NOW));
            } else {
                Refusal refusal = assertThrows(Refusal.class, () -> subscription.become(to, NOW));
                assertEquals(ErrorCode.ILLEGAL_STATE_CHANGE, refusal.code());
                assertEquals(from, subscription.status(NOW));
            }
        }
    }

    @Test
    void aTrialIsOverWhenItsTimeIsWhetherOrNotAJobHasRun() {
        Subscription trial = Subscription.trial(UUID.randomUUID(), Plan.PRO, NOW);
        Instant end = NOW.plus(Duration.ofDays(14));
        Instant before = end.minusMillis(1);
        assertEquals(TRIAL, trial.status(before));
        assertEquals(Plan.PRO, trial.effectivePlan(before));
        assertEquals(EXPIRED, trial.status(end));
        assertEquals(Plan.FREE, trial.effectivePlan(end));
        assertThrows(Refusal.class, () -> trial.become(CANCELED, end));
        trial.become(ACTIVE, end);
        assertEquals(Plan.PRO, trial.effectivePlan(end));
    }

    @Test
    void writesDownOnlyWhatIsOver() {
        Subscription trial = Subscription.trial(UUID.randomUUID(), Plan.PRO, NOW);
        trial.expireTrial(NOW);
        assertEquals(TRIAL, trial.status(NOW));
        trial.expireTrial(NOW.plus(Subscription.TRIAL));
        assertEquals(EXPIRED, trial.status(NOW));
        Subscription active = Subscription.active(UUID.randomUUID(), Plan.BASIC, NOW);
        active.expireTrial(NOW.plus(Subscription.TRIAL));
        assertEquals(ACTIVE, active.status(NOW.plus(Subscription.TRIAL)));
    }

    private static Subscription inStatus(Status status) {
        Subscription subscription = Subscription.trial(UUID.randomUUID(), Plan.PRO, NOW);
        Map<Status, List<Status>> ways = Map.of(
                TRIAL, List.of(),
                ACTIVE, List.of(ACTIVE),
                PAST_DUE, List.of(ACTIVE, PAST_DUE),
                CANCELED, List.of(CANCELED),
                EXPIRED, List.of(EXPIRED));
        ways.get(status).forEach(step -> subscription.become(step, NOW));
        return subscription;
    }
}
