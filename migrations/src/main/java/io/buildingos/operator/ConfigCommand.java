package io.buildingos.operator;

import io.buildingos.config.Configuration;
import io.buildingos.config.Database;
import io.buildingos.config.Environment;
import io.buildingos.migration.Migrations;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says whether the configuration is valid, and hands it to the server's start script. */
@Command(
        name = "config",
        description = "Checks the configuration.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:the configuration is valid",
            "69:the database can't be reached, or was never migrated (export --for-start)",
            "78:it is invalid, every problem is on stderr"
        })
final class ConfigCommand implements Runnable {
    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: check or export");
    }

    @Command(name = "check", description = "Prints a summary without secrets, or every problem.")
    int check() {
        Configuration configuration = load();
        out().println(configuration.maskedSummary());
        out().flush();
        return ExitStatus.DONE;
    }

    @Command(
            name = "export",
            description = "Prints every setting, SECRETS INCLUDED, as lines for a shell to evaluate: "
                    + "settings=$$(buildingos config export) || exit; eval \"$$settings\"")
    int export(
            @Option(
                            names = "--for-start",
                            description = "The server starts next: migrate a development database first,"
                                    + " refuse any other that was never migrated (status 69).")
                    boolean forStart) {
        Configuration configuration = load();
        if (forStart) {
            prepareDatabase(configuration);
        }
        resolved(configuration).forEach((name, value) -> out().println("export " + name + "=" + quoted(value)));
        out().flush();
        return ExitStatus.DONE;
    }

    private void prepareDatabase(Configuration configuration) {
        Migrations migrations = Migrations.of(configuration);
        PrintWriter err = spec.commandLine().getErr();
        if (configuration.environment() == Environment.DEVELOPMENT) {
            // Standard output is the shell's.
            migrations.deploy(err::println);
        } else {
            migrations.requireBegun();
        }
        err.flush();
    }

    private Configuration load() {
        Configuration configuration = Configuration.load(operator.variables());
        PrintWriter err = spec.commandLine().getErr();
        configuration.warnings().forEach(warning -> err.println("Warning: " + warning));
        err.flush();
        return configuration;
    }

    private static Map<String, String> resolved(Configuration configuration) {
        Map<String, String> lines = new LinkedHashMap<>(configuration.values());
        Database database = configuration.database();
        lines.put("BUILDINGOS_JDBC_URL", database.jdbcUrl());
        lines.put("BUILDINGOS_DB_USER", database.user());
        lines.put("BUILDINGOS_DB_PASSWORD", database.password());
        // What is resolved here isn't fetched a second time by the check inside the server.
        lines.put("AWS_SECRETS_ID", "");
        return lines;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
