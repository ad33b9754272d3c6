package io.buildingos.operator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The operator's command line: what is done before and without the server. */
@Command(name = "buildingos", mixinStandardHelpOptions = true)
public final class Operator {
    private Operator() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Operator()).execute(arguments));
    }
}
