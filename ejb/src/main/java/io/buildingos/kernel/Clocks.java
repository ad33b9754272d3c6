package io.buildingos.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one place that reads the machine's clock. */
@ApplicationScoped
class Clocks {

    /**
     * UTC, since the tenant's zone decides what "today" is; in milliseconds, so that a time reads back from the database
     * and from JSON as it was written.
     */
    @Produces
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
