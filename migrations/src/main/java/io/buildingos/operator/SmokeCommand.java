package io.buildingos.operator;

import io.buildingos.smoke.Account;
import io.buildingos.smoke.SmokeRun;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tries what a person would try after a deployment. Needs no configuration: only an address and accounts. */
@Command(
        name = "smoke",
        description = {
            "Tries an installation over HTTP, as a person would after a deployment, and cleans up.",
            "Accounts come from the environment: SMOKE_EMAIL with SMOKE_PASSWORD or SMOKE_PASSWORD_FILE, and"
                    + " SMOKE_TOTP_SECRET (or _FILE) or SMOKE_TOTP_CODE where there is a second factor;"
                    + " the same as SMOKE_RESIDENT_… for somebody of that company who only lives there, SMOKE_STRANGER_… for an"
                    + " owner of another company, SMOKE_ADMIN_… for the super admin. What needs an account that isn't given is"
                    + " skipped; what one of the first two must not do is tried too, and has to be refused."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:every step that was tried passed",
            " 1:a step failed; it is named",
            " 2:wrong usage, or no account",
            "69:nobody answers at the address"
        })
final class SmokeCommand implements Callable<Integer> {
    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Option(names = "--url", required = true, description = "Where it is: https://buildings.example")
    private String url;

    @Option(names = "--read-only", description = "Leaves out what changes data: for production.")
    private boolean readOnly;

    @Override
    public Integer call() {
        URI base = base();
        var out = spec.commandLine().getOut();
        out.println("Smoke test of " + base + (readOnly ? ", read-only" : ""));
        return switch (new SmokeRun(base, accounts(), readOnly, out).run()) {
            case PASSED -> ExitStatus.DONE;
            case FAILED -> ExitStatus.FAILED;
            case UNREACHABLE -> ExitStatus.UNAVAILABLE;
        };
    }

    private Map<Account.Kind, Account> accounts() {
        Map<Account.Kind, Account> accounts = new EnumMap<>(Account.Kind.class);
        try {
            for (Account.Kind kind : Account.Kind.values()) {
                Account.of(kind, operator.variables()).ifPresent(account -> accounts.put(kind, account));
            }
        } catch (IllegalArgumentException incomplete) {
            throw new ParameterException(spec.commandLine(), incomplete.getMessage());
        }
        if (accounts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "SMOKE_EMAIL and SMOKE_PASSWORD say who logs in");
        }
        return accounts;
    }

    private URI base() {
        if (!url.matches("https?://[^/?#@\\s]+/*")) {
            throw new ParameterException(spec.commandLine(), "--url must be http(s)://host[:port], nothing after it");
        }
        return URI.create(url.replaceFirst("/+$", ""));
    }
}
