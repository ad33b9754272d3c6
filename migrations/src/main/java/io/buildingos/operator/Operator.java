package io.buildingos.operator;

import io.buildingos.backup.BackupFailure;
import io.buildingos.config.InvalidConfiguration;
import io.buildingos.migration.DatabaseUnavailable;
import io.buildingos.migration.MigrationFailed;
import io.buildingos.store.StoreFailure;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The operator's command line: what is done before and without the server. */
@Command(
        name = "buildingos",
        description = "Configures, migrates and looks after an installation of BuildingOS.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = ProductVersion.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done",
            " 1:failed, the reason is on stderr",
            " 2:wrong usage",
            "69:the database or the store can't be reached",
            "78:the configuration is invalid"
        },
        subcommands = {
            ConfigCommand.class,
            MigrateCommand.class,
            AdminCommand.class,
            SmokeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DrillCommand.class,
            VerifyCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Operator implements Runnable {
    /** Told in our own words; the field keeps the logger and its level from being collected. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final Map<String, String> variables;

    @Spec
    private CommandSpec spec;

    private Operator(Map<String, String> variables) {
        this.variables = variables;
    }

    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.OFF);
        int status = commandLine(System.getenv()).execute(arguments);
        // Maven runs this in its own process and goes on after a success.
        if (status != ExitStatus.DONE) {
            System.exit(status);
        }
    }

    static CommandLine commandLine(Map<String, String> variables) {
        return new CommandLine(new Operator(variables)).setExecutionExceptionHandler(Operator::report);
    }

    /** What the process was started with; tests give their own. */
    Map<String, String> variables() {
        return variables;
    }

    /** For evidence: who sits at the command line. */
    static String person() {
        return System.getProperty("user.name") + " at the command line";
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }

    private static int report(Exception failure, CommandLine commandLine, ParseResult arguments) {
        if (failure instanceof InvalidConfiguration) {
            commandLine.getErr().println(failure.getMessage());
            return ExitStatus.INVALID_CONFIGURATION;
        }
        if (failure instanceof DatabaseUnavailable) {
            commandLine.getErr().println(failure.getMessage());
            return ExitStatus.UNAVAILABLE;
        }
        if (failure instanceof BackupFailure backup) {
            commandLine.getErr().println(failure.getMessage());
            return statusOf(backup.kind());
        }
        if (failure instanceof StoreFailure store) {
            commandLine.getErr().println(failure.getMessage());
            return store.reason() == StoreFailure.Reason.UNREACHABLE ? ExitStatus.UNAVAILABLE : ExitStatus.FAILED;
        }
        commandLine.getErr().println(failure instanceof MigrationFailed ? failure.getMessage() : "Failed: " + failure);
        return ExitStatus.FAILED;
    }

    private static int statusOf(BackupFailure.Kind kind) {
        return switch (kind) {
            case FAILED, STOPPED -> ExitStatus.FAILED;
            case DAMAGED -> ExitStatus.DAMAGED;
            case REFUSED -> ExitStatus.REFUSED;
            case NOT_FOUND -> ExitStatus.NOT_FOUND;
            case UNAVAILABLE -> ExitStatus.UNAVAILABLE;
        };
    }
}
