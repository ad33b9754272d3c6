package io.buildingos.operator;

import io.buildingos.config.Configuration;
import io.buildingos.migration.DirectConnections;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks after the platform's own administrators. */
@Command(name = "admin", description = "Creates super admins.", mixinStandardHelpOptions = true)
final class AdminCommand implements Runnable {
    private static final String UNDEFINED_TABLE = "42P01";

    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: create");
    }

    @Command(
            name = "create",
            description =
                    "Creates a super admin and prints a single-use token that sets the password within 30 minutes.")
    int create(
            @Option(names = "--email", required = true, description = "Who logs in.") String email,
            @Option(names = "--name", description = "How the person is shown (default: the address).") String name) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        String shown = name == null ? address : name.strip();
        if (!address.matches("[^\\s@<>]+@[^\\s@<>]+") || address.length() > 254) {
            throw new ParameterException(spec.commandLine(), "--email must be a mail address");
        }
        if (shown.isEmpty() || shown.length() > 120) {
            throw new ParameterException(spec.commandLine(), "--name must have 1 to 120 characters");
        }
        return createAs(address, shown);
    }

    private int createAs(String email, String name) {
        Configuration configuration = Configuration.load(operator.variables());
        PrintWriter err = spec.commandLine().getErr();
        try {
            String token = new SuperAdministrator(DirectConnections.to(configuration.database()))
                    .create(email, name, Clock.systemUTC().instant());
            PrintWriter out = spec.commandLine().getOut();
            out.println("Created the super admin " + email);
            out.println("Token for setting the password, valid for " + SuperAdministrator.TOKEN_LIFE.toMinutes()
                    + " minutes: " + token);
            out.flush();
            return ExitStatus.DONE;
        } catch (SuperAdministrator.Exists exists) {
            err.println(exists.getMessage());
            return ExitStatus.FAILED;
        } catch (SQLException failure) {
            return report(failure, err);
        }
    }

    private static int report(SQLException failure, PrintWriter err) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(UNDEFINED_TABLE)) {
            err.println("The database has no tables yet; first: migrate deploy");
            return ExitStatus.FAILED;
        }
        err.println("The database can't be asked: "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? ExitStatus.UNAVAILABLE
                : ExitStatus.FAILED;
    }
}
