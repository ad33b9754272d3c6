package io.buildingos.config;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A secret of AWS Secrets Manager whose text is a JSON object of settings. Fetched by AWS's own command line, which
 * finds its credentials as everywhere on the machine; an SDK would cost each start more than it saves.
 */
final class SecretsManager {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, String> environment;

    SecretsManager(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, String> fetch(String secretId) throws Refusal {
        Path aws = onPath("aws").orElseThrow(() -> new Refusal("needs AWS's command line (aws), not found on PATH"));
        String text = outputOf(List.of(
                aws.toString(),
                "secretsmanager",
                "get-secret-value",
                "--secret-id",
                secretId,
                "--query",
                "SecretString",
                "--output",
                "text"));
        return FlatJson.parse(text.strip())
                .orElseThrow(() -> new Refusal("must name a secret whose text is a JSON object of names and values"));
    }

    private String outputOf(List<String> command) throws Refusal {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Refusal("could not be read: aws gave no answer within " + PATIENCE.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new Refusal("could not be read: aws ended with status " + process.exitValue()
                        + " (try: aws secretsmanager describe-secret --secret-id …)");
            }
            return output.join();
        } catch (IOException notStarted) {
            throw new Refusal("could not be read: aws could not be started");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("could not be read: interrupted");
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return "";
        }
    }

    private Optional<Path> onPath(String program) {
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate.toAbsolutePath());
            }
        }
        return Optional.empty();
    }
}
