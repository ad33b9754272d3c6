package io.buildingos.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one place that reads the machine's clock. */
@ApplicationScoped
class Clocks {
    /** What PostgreSQL keeps: a time reads back as it was written. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    /** Dependent, since Clock can't be proxied; UTC, since the tenant's zone decides what "today" is. */
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
