package io.buildingos.migration;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/**
 * One run of the pending migrations: tells what it does, tries again when a table is busy, and explains a failure.
 *
 * <p>A statement waits for a lock no longer than its lock_timeout, because everybody else queues behind it. So a busy
 * table fails the migration, which is rolled back, and the whole is tried again a little later.
 */
final class Deployment implements Callback {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final MigrationFiles files;
    private final Consumer<String> progress;
    private MigrationInfo current;
    private int applied;

    Deployment(MigrationFiles files, Consumer<String> progress) {
        this.files = files;
        this.progress = progress;
    }

    int run(Supplier<Flyway> flyway) {
        for (int attempt = 1; ; attempt++) {
            current = null;
            try {
                flyway.get().migrate();
                progress.accept(applied == 0 ? "No pending migrations" : "Applied " + counted(applied));
                progress.accept("All migrations have been applied");
                return applied;
            } catch (FlywayException failure) {
                if (attempt == ATTEMPTS || !isWorthAnotherTry(failure)) {
                    throw explained(failure);
                }
                Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
                progress.accept("A table that " + nameOf(current) + " needs is busy; trying again in "
                        + pause.toMillis() + " ms (" + attempt + " of " + (ATTEMPTS - 1) + ")");
                sleep(pause);
            }
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_CONNECT || event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.AFTER_CONNECT) {
            limitWaiting(context);
            return;
        }
        current = context.getMigrationInfo();
        if (event == Event.AFTER_EACH_MIGRATE) {
            applied++;
            progress.accept("Applied " + nameOf(current));
            current = null;
        }
    }

    @Override
    public String getCallbackName() {
        return "deployment";
    }

    /** For files that forget to say it themselves. */
    private static void limitWaiting(Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("SET lock_timeout = '1s'");
        } catch (SQLException failure) {
            throw new MigrationFailed("lock_timeout could not be set: " + Migrations.oneLine(failure), failure);
        }
    }

    static String counted(int migrations) {
        return migrations + (migrations == 1 ? " migration" : " migrations");
    }

    /** Without a transaction the first try may have left something, so only an operator can decide. */
    private boolean isWorthAnotherTry(FlywayException failure) {
        SQLException cause = causeOf(failure, SQLException.class);
        return cause != null
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())
                && (current == null || files.runsInTransaction(current.getScript()));
    }

    private MigrationFailed explained(FlywayException failure) {
        SQLException cause = causeOf(failure, SQLException.class);
        String reason = cause == null ? failure.getMessage() : Migrations.oneLine(cause);
        if (current == null) {
            return new MigrationFailed(
                    (applied > 0 ? "After " + counted(applied) + ": " : "") + reason.strip(), failure);
        }
        FlywaySqlScriptException script = causeOf(failure, FlywaySqlScriptException.class);
        String place = script == null ? "" : " (line " + script.getLineNumber() + ")";
        return new MigrationFailed(nameOf(current) + place + " failed: " + reason + "\n" + whatNow(), failure);
    }

    private String whatNow() {
        if (files.runsInTransaction(current.getScript())) {
            return "The database is as it was before this migration. Correct it, then deploy again.";
        }
        return "It doesn't run in a transaction, so parts of it may have been done. Remove these (an index left INVALID:"
                + " DROP INDEX CONCURRENTLY IF EXISTS …), then: migrate resolve " + current.getVersion()
                + ", then deploy again.";
    }

    private static String nameOf(MigrationInfo migration) {
        return migration == null ? "a migration" : migration.getScript();
    }

    private static <T> T causeOf(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationFailed("Interrupted while waiting for a busy table", interrupted);
        }
    }
}
