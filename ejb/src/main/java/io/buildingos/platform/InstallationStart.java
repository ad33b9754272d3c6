package io.buildingos.platform;

import io.buildingos.config.Configuration;
import io.buildingos.config.Environment;
import io.buildingos.migration.DatabaseUnavailable;
import io.buildingos.migration.MigrationFailed;
import io.buildingos.migration.Migrations;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** The first thing the deployment does: says what it runs with, and brings a development database up to date. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class InstallationStart {
    private static final Logger LOG = Logger.getLogger(InstallationStart.class);

    @Inject
    private SchemaState schema;

    @Inject
    private ErrorReports errorReports;

    @PostConstruct
    void start() {
        Configuration configuration = Installation.configuration();
        LOG.info(configuration.maskedSummary());
        configuration.warnings().forEach(LOG::warn);
        errorReports.start(configuration);
        boolean development = configuration.environment() == Environment.DEVELOPMENT;
        if (development && somethingIsPending()) {
            migrate(configuration);
        }
        sayWhatIsPending();
    }

    private boolean somethingIsPending() {
        try {
            return !schema.pending().isEmpty();
        } catch (DatabaseUnavailable | MigrationFailed failure) {
            return true;
        }
    }

    /** A failure leaves a server that isn't ready and says why, rather than none. */
    private void migrate(Configuration configuration) {
        try {
            Migrations.of(configuration).deploy(LOG::info);
            schema.changed();
        } catch (DatabaseUnavailable | MigrationFailed failure) {
            LOG.error(failure.getMessage());
        }
    }

    private void sayWhatIsPending() {
        try {
            List<String> pending = schema.pending();
            if (!pending.isEmpty()) {
                LOG.errorf("Pending migrations detected: %s", String.join(", ", pending));
            }
        } catch (DatabaseUnavailable | MigrationFailed failure) {
            LOG.error(failure.getMessage());
        }
    }
}
