package io.buildingos.operator;

import io.buildingos.config.Configuration;
import io.buildingos.config.Database;
import io.buildingos.migration.DirectConnections;
import io.buildingos.store.ObjectStore;
import io.buildingos.verification.CheckResult;
import io.buildingos.verification.Finding;
import io.buildingos.verification.StoredDocuments;
import io.buildingos.verification.Verification;
import io.buildingos.verification.VerificationRecords;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The same checks as the job's, with the server down as well. */
@Command(
        name = "verify",
        description = "Looks for whatever the data of this database must not hold.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:nothing was found; what was skipped is told with the reason",
            " 1:it couldn't be found out, the reason is on stderr",
            " 2:wrong usage",
            " 8:something was found",
            "69:the database can't be reached",
            "78:the configuration is invalid"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--no-record",
            description = "Leaves no trace: the application doesn't show what was found among its verifications.")
    private boolean unrecorded;

    @Option(
            names = "--objects",
            defaultValue = "size",
            description = "What of the document store: ${COMPLETION-CANDIDATES}. Reading all contents takes its time.")
    private Objects objects;

    /** How closely the document store is looked at. */
    enum Objects {
        none,
        size,
        hash
    }

    @Override
    public Integer call() throws SQLException {
        Configuration settings = Configuration.load(operator.variables());
        Database database = settings.migrationDatabase();
        Connection connection;
        try {
            connection = DirectConnections.to(database, "buildingos-verify").getConnection();
        } catch (SQLException failure) {
            spec.commandLine().getErr().println("The database can't be reached: " + failure.getMessage());
            return ExitStatus.UNAVAILABLE;
        }
        try (connection) {
            return verified(connection, settings);
        }
    }

    private int verified(Connection connection, Configuration settings) throws SQLException {
        Clock clock = Clock.systemUTC();
        Instant begun = clock.instant();
        List<CheckResult> results = new ArrayList<>(Verification.all(connection));
        if (objects != Objects.none) {
            Verification.enterSystemScope(connection);
            try (ObjectStore store = ObjectStore.ofDocuments(settings)) {
                results.add(new StoredDocuments(store, objects == Objects.hash, begun).compare(connection));
            }
            connection.rollback();
        }
        results.forEach(this::tell);
        if (!unrecorded) {
            keep(connection, results, begun, clock.instant());
        }
        long found = results.stream().mapToLong(CheckResult::total).sum();
        long skipped = results.stream()
                .filter(result -> result.outcome() == CheckResult.Outcome.SKIPPED)
                .count();
        out().printf(Locale.ROOT, "%d checks: %,d findings, %d skipped%n", results.size(), found, skipped);
        out().flush();
        return found == 0 ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private void tell(CheckResult result) {
        out().printf(
                        Locale.ROOT,
                        "%-8s  %-24s  %s%n",
                        result.outcome().name().toLowerCase(Locale.ROOT),
                        result.check().name(),
                        result.reason() == null ? BackupTable.duration(result.tookMillis()) : result.reason());
        for (Finding finding :
                result.findings().subList(0, Math.min(SHOWN, result.findings().size()))) {
            out().printf(
                            "    %s %s%s: %s%n",
                            finding.table(),
                            finding.rowKey(),
                            finding.tenant() == null ? "" : " of tenant " + finding.tenant(),
                            finding.detail());
        }
        if (result.total() > SHOWN) {
            out().printf(Locale.ROOT, "    and %,d more%n", result.total() - SHOWN);
        }
    }

    private static void keep(Connection connection, List<CheckResult> results, Instant begun, Instant ended)
            throws SQLException {
        Verification.enterSystemScope(connection);
        VerificationRecords records = new VerificationRecords(connection);
        UUID run = records.begin(UUID.randomUUID(), null, Operator.person(), results.size(), begun);
        for (CheckResult result : results) {
            records.keep(run, result);
        }
        records.end(run, ended);
        connection.commit();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
