package io.buildingos.config;

import static io.buildingos.config.Sample.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values come from, and which of them wins. */
class SourcesTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheFileOfTheWorkingFolder() throws IOException {
        write(".env", "rw-------", """
                # a comment
                export NODE_ENV="development"
                DATABASE_URL="postgresql://user:pa%23ss@localhost:5432/buildingos" # trailing
                JWT_SECRET='literal $HOME "quotes" #1 \\n and thirty-two'

                S3_BUCKET = spaced-out   # trailing
                APP_BASE_URL=http://localhost:3000
                WEB_ORIGIN="http://localhost:3000"\r
                BACKUP_PREFIX="escaped/"
                MAIL_FROM=
                """);
        Configuration configuration = Configuration.load(Map.of(), folder);
        assertEquals("literal $HOME \"quotes\" #1 \\n and thirty-two", configuration.value("JWT_SECRET"));
        assertEquals("pa#ss", configuration.database().password());
        assertEquals("spaced-out", configuration.value("S3_BUCKET"));
        assertEquals("http://localhost:3000", configuration.value("WEB_ORIGIN"));
    }

    @Test
    void unescapesDoubleQuotesAndSpansLines() throws IOException {
        Path file = write(".env", "rw-------", "A=\"x\\\"y\\$z\\\\\"\nB='one\ntwo'\nC=last");
        assertEquals(Map.of("A", "x\"y$z\\", "B", "one\ntwo", "C", "last"), new EnvironmentFile(file).values());
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws IOException {
        write(".env", "rw-------", "S3_BUCKET=from-file\nPORT=9999\nS3_REGION=eu-west-1\nNODE_ENV=production\n");
        Configuration configuration = Configuration.load(with(Sample.development(), "PORT", ""), folder);
        assertEquals("buildingos-dev", configuration.value("S3_BUCKET"));
        assertEquals("eu-west-1", configuration.value("S3_REGION"));
        assertEquals("8080", configuration.value("PORT"));
        assertEquals(Environment.DEVELOPMENT, configuration.environment());
    }

    @Test
    void namesTheLinesOfTheFileThatItCannotRead() throws IOException {
        write(".env", "rw-------", "hunter22\nPORT=9000\nS3_REGION=\"hunter22\n");
        assertEquals(
                List.of(".env: line 1 isn't NAME=value", ".env: line 3 isn't NAME=value"),
                Sample.problems(Sample.development(), folder));
    }

    @Test
    void refusesAFileThatOthersCanReadOutsideDevelopment() throws IOException {
        write("settings.env", "rw-r--r--", "PORT=9000\n");
        Map<String, String> production = with(Sample.production(), "BUILDINGOS_ENV_FILE", "settings.env");
        assertEquals(
                List.of("settings.env: must be readable by its owner only (chmod 600 settings.env)"),
                Sample.problems(production, folder));
        assertEquals(
                List.of(), Sample.problems(with(Sample.development(), "BUILDINGOS_ENV_FILE", "settings.env"), folder));
        write("settings.env", "r--------", "PORT=9000\n");
        assertEquals(List.of(), Sample.problems(production, folder));
    }

    @Test
    void refusesANamedFileThatIsMissing() {
        assertEquals(
                List.of("BUILDINGOS_ENV_FILE: names a file that doesn't exist: gone.env"),
                Sample.problems(with(Sample.development(), "BUILDINGOS_ENV_FILE", "gone.env"), folder));
    }

    @Test
    void readsSecretsFromTheirOwnFiles() throws IOException {
        Path secret = write("jwt", "rw-------", Sample.SIGNING_KEY + "\n");
        Map<String, String> variables =
                with(Sample.production(), "JWT_SECRET", null, "JWT_SECRET_FILE", secret.toString());
        assertEquals(Sample.SIGNING_KEY, Sample.load(variables).value("JWT_SECRET"));
        assertEquals(List.of(), Sample.problems(with(variables, "JWT_SECRET", Sample.SIGNING_KEY)));
        assertEquals(
                List.of("JWT_SECRET: is set twice, with another value in the file of JWT_SECRET_FILE"),
                Sample.problems(with(variables, "JWT_SECRET", "another")));
    }

    @Test
    void saysWhyASecretFileIsNoUse() throws IOException {
        String reason = "JWT_SECRET: cannot be read from the file that JWT_SECRET_FILE names: ";
        Path empty = write("empty", "rw-------", "\n");
        Map<String, String> variables = with(Sample.development(), "JWT_SECRET", null);
        assertEquals(
                List.of(reason + "it is empty"), Sample.problems(with(variables, "JWT_SECRET_FILE", empty.toString())));
        assertEquals(
                List.of(reason + "it doesn't exist"),
                Sample.problems(with(variables, "JWT_SECRET_FILE", folder + "/gone")));
        assertEquals(
                List.of(reason + "not a file"), Sample.problems(with(variables, "JWT_SECRET_FILE", folder.toString())));
    }

    @Test
    void readsASecretOfAwsThroughItsCommandLine() throws IOException {
        Map<String, String> variables = with(
                Sample.production(),
                "JWT_SECRET",
                null,
                "AWS_SECRETS_ID",
                "buildingos/prod",
                "PATH",
                awsThatRuns("[ \"$4\" = buildingos/prod ] && echo '{ \"JWT_SECRET\" : \"" + Sample.SIGNING_KEY
                        + "\", \"PORT\": 9000, \"S3_BUCKET\":\"not-this\", \"SMTP_STARTTLS\": false }'"));
        Configuration configuration = Sample.load(variables);
        assertEquals(Sample.SIGNING_KEY, configuration.value("JWT_SECRET"));
        assertEquals(9000, configuration.number("PORT"));
        assertEquals("buildingos-dev", configuration.value("S3_BUCKET"));
        assertFalse(configuration.isOn("SMTP_STARTTLS"));
    }

    @Test
    void saysWhyASecretOfAwsIsNoUse() throws IOException {
        Map<String, String> variables = with(Sample.development(), "AWS_SECRETS_ID", "x", "PATH", folder.toString());
        assertEquals(
                List.of("AWS_SECRETS_ID: needs AWS's command line (aws), not found on PATH"),
                Sample.problems(variables));
        awsThatRuns("echo hunter22 >&2; exit 254");
        assertEquals(
                List.of("AWS_SECRETS_ID: could not be read: aws ended with status 254"
                        + " (try: aws secretsmanager describe-secret --secret-id …)"),
                Sample.problems(variables));
        awsThatRuns("echo hunter22");
        assertEquals(
                List.of("AWS_SECRETS_ID: must name a secret whose text is a JSON object of names and values"),
                Sample.problems(variables));
    }

    private String awsThatRuns(String script) throws IOException {
        write("aws", "rwx------", "#!/bin/sh\n" + script + "\n");
        return folder.toString();
    }

    private Path write(String name, String mode, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
