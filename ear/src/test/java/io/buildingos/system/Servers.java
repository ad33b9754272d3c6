package io.buildingos.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the configured server to try things on, and commands run against it. */
final class Servers {
    static final Path ROOT = Path.of(System.getProperty("buildingos.root"));

    private Servers() {}

    static Path copy(Path target) throws IOException {
        copy(ROOT.resolve("wildfly-config/target/server"), target);
        Files.copy(ROOT.resolve("migrations/target/buildingos.jar"), target.resolve("bin/buildingos.jar"));
        return target;
    }

    /** WildFly as it is downloaded, before anything of ours is in it. */
    static Path copyPlain(Path target) throws IOException {
        try (Stream<Path> versions = Files.list(ROOT.resolve("wildfly-config/target/plain"))) {
            copy(versions.findFirst().orElseThrow(), target);
        }
        return target;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, target.resolve(source.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a command left: its exit status and everything it printed. */
    record Outcome(int status, String output) {}

    static Outcome run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        return run(folder, environment, command, Duration.ofMinutes(2));
    }

    static Outcome run(Path folder, Map<String, String> environment, List<String> command, Duration patience)
            throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("DATABASE_URL") || name.equals("JWT_SECRET"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", TestStack.QUICK_START);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still runs after " + patience + ": " + command + "\n" + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
