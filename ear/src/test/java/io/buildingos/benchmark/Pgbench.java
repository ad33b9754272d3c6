package io.buildingos.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same statements without a server above them: sixteen clients, prepared. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Path scripts;
    private final String url;

    /** @param url a postgresql:// address of the application's role */
    Pgbench(Path scripts, String url) {
        this.scripts = scripts;
        this.url = url;
    }

    /** Of a statement between BEGIN and COMMIT, transactions a second. */
    double perSecondOf(String statement, Map<String, String> parameters, int seconds) {
        return perSecond("BEGIN;\n" + Statements.SCOPE + ";\n" + statement + ";\nCOMMIT;\n", parameters, seconds);
    }

    /** How often in a second the whole script is done. */
    double perSecond(String script, Map<String, String> parameters, int seconds) {
        try {
            Path file = Files.writeString(Files.createTempFile(scripts, "pgbench", ".sql"), script);
            List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c", "16", "-j", "1"));
            command.addAll(List.of("-T", Integer.toString(seconds), "-f", file.toString()));
            parameters.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
            command.add(url.replaceAll("\\?.*", ""));
            String report = Processes.output(command);
            Matcher rate = RATE.matcher(report);
            if (!rate.find()) {
                throw new IllegalStateException("pgbench printed no rate:\n" + report);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException failure) {
            throw new IllegalStateException("pgbench is needed (Debian package postgresql-contrib)", failure);
        }
    }
}
