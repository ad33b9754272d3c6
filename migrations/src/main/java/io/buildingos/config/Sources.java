package io.buildingos.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where values come from, strongest first: environment variables, the {@code .env} file, AWS Secrets Manager. In each of
 * them NAME_FILE may stand for NAME. A name that a stronger source gives as empty is unset.
 */
final class Sources {
    private static final String FILE_SUFFIX = "_FILE";
    private static final long LARGEST_SECRET_FILE = 65_536;

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private EnvironmentFile file;
    private String fileName = ".env";

    Sources(Map<String, String> environment, Path folder) {
        add(environment);
        addFile(environment, folder);
        addSecretsManager(environment);
        given.values().removeIf(String::isBlank);
        refuseOpenFile();
    }

    Map<String, String> given() {
        return given;
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> warnings() {
        return warnings;
    }

    private void add(Map<String, String> source) {
        Map<String, String> named = withEnvironmentsName(source);
        for (Setting setting : Settings.ALL) {
            valueIn(named, setting.name()).ifPresent(value -> given.putIfAbsent(setting.name(), value));
        }
        source.keySet().stream()
                .sorted()
                .forEach(name -> Spelling.meant(name, Settings.BY_NAME.keySet())
                        .ifPresent(meant ->
                                warnings.add(name + ": isn't a setting of BuildingOS; did you mean " + meant + "?")));
    }

    /** NODE_ENV is the older name of APP_ENV. Two different answers are refused: one of them is a mistake. */
    private Map<String, String> withEnvironmentsName(Map<String, String> source) {
        String older = source.getOrDefault("NODE_ENV", "");
        if (older.isBlank()) {
            return source;
        }
        String newer = source.getOrDefault("APP_ENV", "");
        if (!newer.isBlank() && !newer.equals(older)) {
            problems.add(new Problem("APP_ENV", "must not differ from NODE_ENV, its other name"));
            return source;
        }
        Map<String, String> named = new LinkedHashMap<>(source);
        named.put("APP_ENV", older);
        return named;
    }

    private Optional<String> valueIn(Map<String, String> source, String name) {
        String file = source.getOrDefault(name + FILE_SUFFIX, "");
        String direct = source.get(name);
        if (file.isBlank() || given.containsKey(name)) {
            return Optional.ofNullable(direct);
        }
        Optional<String> content = contentOf(file, name);
        if (direct == null || direct.isBlank()) {
            return content;
        }
        if (content.isPresent() && !content.get().equals(direct)) {
            problems.add(new Problem(name, "is set twice, with another value in the file of " + name + FILE_SUFFIX));
        }
        return Optional.of(direct);
    }

    private Optional<String> contentOf(String path, String name) {
        String reason = "cannot be read from the file that " + name + FILE_SUFFIX + " names: ";
        try {
            Path secret = Path.of(path);
            if (!Files.isRegularFile(secret)) {
                problems.add(new Problem(name, reason + (Files.exists(secret) ? "not a file" : "it doesn't exist")));
                return Optional.empty();
            }
            if (Files.size(secret) > LARGEST_SECRET_FILE) {
                problems.add(new Problem(name, reason + "it is larger than 64 KiB"));
                return Optional.empty();
            }
            String content = Files.readString(secret, StandardCharsets.UTF_8).replaceFirst("\\R+$", "");
            if (content.isBlank()) {
                problems.add(new Problem(name, reason + "it is empty"));
                return Optional.empty();
            }
            return Optional.of(content);
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            problems.add(new Problem(name, reason + "no permission, or not text"));
            return Optional.empty();
        }
    }

    private void addFile(Map<String, String> environment, Path folder) {
        String named = environment.getOrDefault("BUILDINGOS_ENV_FILE", "");
        fileName = named.isBlank() ? ".env" : named;
        Path path = folder.resolve(fileName);
        if (!Files.isRegularFile(path)) {
            if (!named.isBlank()) {
                problems.add(new Problem("BUILDINGOS_ENV_FILE", "names a file that doesn't exist: " + named));
            }
            return;
        }
        try {
            file = new EnvironmentFile(path);
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(new Problem(fileName, "cannot be read (permission, or not UTF-8 text)"));
            return;
        }
        file.malformedLines()
                .forEach(line -> problems.add(new Problem(fileName, "line " + line + " isn't NAME=value")));
        add(file.values());
    }

    private void addSecretsManager(Map<String, String> environment) {
        Map<String, String> known = new LinkedHashMap<>(environment);
        if (file != null) {
            file.values().forEach(known::putIfAbsent);
        }
        String secretId = known.getOrDefault("AWS_SECRETS_ID", "");
        if (secretId.isBlank()) {
            return;
        }
        try {
            add(new SecretsManager(known).fetch(secretId));
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> problems.add(new Problem("AWS_SECRETS_ID", reason)));
        }
    }

    /** Others on the machine could read the secrets. Where the environment itself is unknown, be strict. */
    private void refuseOpenFile() {
        boolean development = Environment.DEVELOPMENT.label().equals(given.get("APP_ENV"));
        if (file != null && !development && !file.isPrivateToOwner()) {
            problems.add(new Problem(fileName, "must be readable by its owner only (chmod 600 " + fileName + ")"));
        }
    }
}
