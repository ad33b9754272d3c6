package io.buildingos.operator;

import io.buildingos.config.Configuration;
import io.buildingos.migration.Migration;
import io.buildingos.migration.MigrationFiles;
import io.buildingos.migration.Migrations;
import io.buildingos.migration.lint.Finding;
import io.buildingos.migration.lint.MigrationLint;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings the database to the shape that this version of the product needs. */
@Command(
        name = "migrate",
        description = "Shows, applies, checks and writes migrations of the database.",
        mixinStandardHelpOptions = true,
        subcommands = {NewMigrationCommand.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done",
            " 1:a migration failed, is invalid or dangerous; the reason is on stderr",
            " 2:wrong usage",
            " 3:migrations are pending (status --check)",
            "69:the database can't be reached",
            "78:the configuration is invalid"
        })
final class MigrateCommand implements Runnable {
    static final String SOURCE_FOLDER = "migrations/src/main/resources/db/migration";

    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: status, deploy, validate, resolve, new or lint");
    }

    @Command(name = "status", description = "Lists the migrations and whether they have been applied.")
    int status(
            @Option(
                            names = "--check",
                            description = "End with status 3 if migrations are pending, 1 if one has failed.")
                    boolean check) {
        List<Migration> all = migrations().status();
        MigrationTable.print(all, out());
        if (!check) {
            return ExitStatus.DONE;
        }
        if (all.stream().anyMatch(migration -> migration.state() == Migration.State.FAILED)) {
            return ExitStatus.FAILED;
        }
        return all.stream().anyMatch(migration -> migration.state() == Migration.State.PENDING)
                ? ExitStatus.PENDING
                : ExitStatus.DONE;
    }

    @Command(name = "deploy", description = "Applies what is pending; stops at the first failure.")
    int deploy() {
        migrations().deploy(line -> {
            out().println(line);
            out().flush();
        });
        return ExitStatus.DONE;
    }

    @Command(name = "validate", description = "Checks that no applied migration was changed, lost or left half-done.")
    int validate() {
        List<String> problems = migrations().validate();
        problems.forEach(problem -> spec.commandLine().getErr().println(problem));
        if (!problems.isEmpty()) {
            return ExitStatus.FAILED;
        }
        out().println("The applied migrations are as they were");
        return ExitStatus.DONE;
    }

    @Command(
            name = "resolve",
            description = "Forgets a failed migration that ran outside a transaction, after its remains were removed.")
    int resolve(@Parameters(paramLabel = "VERSION", description = "As printed by status.") String version) {
        if (!migrations().resolve(version)) {
            spec.commandLine().getErr().println("No failed migration has the version " + version);
            return ExitStatus.FAILED;
        }
        out().println("Forgotten; deploy will try it again");
        return ExitStatus.DONE;
    }

    @Command(
            name = "lint",
            description = "Refuses dangerous statements, unless their file says: -- lint: allow <rule>: <reason>")
    int lint(
            @Option(names = "--folder", description = "Where the files are (default: " + SOURCE_FOLDER + ").")
                    Path folder) {
        Path files = folder == null ? Path.of(SOURCE_FOLDER) : folder;
        if (!Files.isDirectory(files)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + files + "; name it by --folder");
        }
        List<Finding> findings = MigrationLint.check(MigrationFiles.in(files));
        findings.forEach(finding -> spec.commandLine().getErr().println(finding));
        if (!findings.isEmpty()) {
            return ExitStatus.FAILED;
        }
        out().println("No dangerous statements");
        return ExitStatus.DONE;
    }

    private Migrations migrations() {
        return Migrations.of(Configuration.load(operator.variables(), Path.of("")));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
