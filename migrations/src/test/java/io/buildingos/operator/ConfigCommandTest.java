package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConfigCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> variables = new LinkedHashMap<>(Map.of(
            "APP_ENV", "development",
            "DATABASE_URL", "postgresql://buildingos:hunter22@localhost:5432/buildingos",
            "JWT_SECRET", "it's hunter22 $HOME `id` \"quoted\" and long",
            "S3_BUCKET", "buildingos-dev",
            "APP_BASE_URL", "http://localhost:3000",
            "WEB_ORIGIN", "http://localhost:3000"));

    @Test
    void printsASummaryWithoutSecrets() {
        assertEquals(0, run("config", "check"));
        assertTrue(out.toString().startsWith("Configuration (development)\n  APP_ENV = development"), out.toString());
        assertFalse(out.toString().contains("hunter22"));
        assertEquals("", err.toString());
    }

    @Test
    void listsTheProblemsOfAnInvalidConfigurationOnStandardError() {
        variables.put("DATABASE_URL", "hunter22");
        assertEquals(78, run("config", "check"));
        assertEquals("", out.toString());
        assertEquals("""
                Configuration validation failed:
                  - DATABASE_URL: must look like postgresql://user:password@host:5432/database
                """, err.toString());
        assertEquals(78, run("config", "export"));
        assertEquals("", out.toString());
    }

    @Test
    void exportsValuesThatAShellReadsBackUnchanged() throws Exception {
        assertEquals(0, run("config", "export"));
        assertEquals(variables.get("JWT_SECRET"), inShell("JWT_SECRET"));
        assertEquals("jdbc:postgresql://localhost:5432/buildingos", inShell("BUILDINGOS_JDBC_URL"));
        assertEquals("buildingos", inShell("BUILDINGOS_DB_USER"));
        assertEquals("hunter22", inShell("BUILDINGOS_DB_PASSWORD"));
        assertEquals("8080", inShell("PORT"));
    }

    @Test
    void warnsOnStandardError() {
        variables.put("JWT_SECERT", "hunter22");
        assertEquals(0, run("config", "export"));
        assertEquals("Warning: JWT_SECERT: isn't a setting of BuildingOS; did you mean JWT_SECRET?\n", err.toString());
    }

    @Test
    void refusesACallWithoutACommand() {
        assertEquals(2, run());
        assertEquals(2, run("config"));
        assertEquals(2, run("config", "chekc"));
    }

    private String inShell(String name) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", out + "printf %s \"$" + name + "\"").start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor());
        return printed;
    }

    private int run(String... arguments) {
        CommandLine commandLine = Operator.commandLine(variables);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
