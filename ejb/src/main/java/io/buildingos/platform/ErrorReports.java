package io.buildingos.platform;

import io.buildingos.config.Configuration;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.sentry.Sentry;
import io.sentry.protocol.User;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Tells Sentry of what nobody foresaw, where SENTRY_DSN is set. Refusals are answers, not errors, and never get here. Of
 * the person it says no more than the id; of the request no header and no body.
 */
@ApplicationScoped
public class ErrorReports {
    private static final long LAST_ONES_MILLIS = 2_000;

    private final CurrentCaller currentCaller;
    private boolean on;

    /** For the container's proxy. */
    protected ErrorReports() {
        this(null);
    }

    @Inject
    ErrorReports(CurrentCaller currentCaller) {
        this.currentCaller = currentCaller;
    }

    void start(Configuration configuration) {
        Optional<String> dsn = configuration.optional("SENTRY_DSN");
        if (dsn.isEmpty()) {
            return;
        }
        Sentry.init(options -> {
            options.setDsn(dsn.get());
            options.setEnvironment(configuration.value("APP_ENV"));
            options.setRelease("buildingos@" + BuildInfo.get().version() + "+"
                    + BuildInfo.get().commit());
            options.setAttachServerName(false);
            options.setEnableUncaughtExceptionHandler(false);
            options.setShutdownTimeoutMillis(LAST_ONES_MILLIS);
        });
        on = true;
    }

    /** Comes back at once: the report leaves on a thread of its own, and a Sentry that is down costs nothing. */
    public void unexpected(Throwable failure) {
        if (!on) {
            return;
        }
        Caller caller = currentCaller.get();
        Sentry.withScope(scope -> {
            scope.setTag("requestId", String.valueOf(caller.requestId()));
            caller.tenant().ifPresent(tenant -> scope.setTag("tenant", tenant.toString()));
            if (caller.userId() != null) {
                User user = new User();
                user.setId(caller.userId().toString());
                scope.setUser(user);
            }
            Sentry.captureException(failure);
        });
    }

    @PreDestroy
    void stop() {
        if (on) {
            Sentry.close();
        }
    }
}
