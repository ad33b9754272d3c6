package io.buildingos.operator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command printed and how it ended. */
record CommandRun(int status, String out, String err) {
    static CommandRun of(Map<String, String> variables, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Operator.commandLine(variables)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(status, out.toString(), err.toString());
    }
}
