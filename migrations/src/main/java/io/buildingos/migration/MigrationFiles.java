package io.buildingos.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The SQL files, by name. Inside a server the class path can't be listed (WildFly's virtual file system hides it), so a
 * packaged product reads their names from an index that the build writes.
 */
public final class MigrationFiles {
    /** Where the product's own files lie on the class path. */
    static final String PRODUCT_FOLDER = "db/migration";

    static final String INDEX = "index.txt";

    private final Map<String, String> texts;

    private MigrationFiles(Map<String, String> texts) {
        this.texts = new LinkedHashMap<>(new TreeMap<>(texts));
    }

    /** The files that this version of the product brings. */
    public static MigrationFiles ofProduct() {
        ClassLoader loader = MigrationFiles.class.getClassLoader();
        URL index = loader.getResource(PRODUCT_FOLDER + "/" + INDEX);
        if (index == null) {
            return fromClassesFolder(loader);
        }
        Map<String, String> texts = new TreeMap<>();
        for (String name : read(loader, INDEX).lines().toList()) {
            texts.put(name, read(loader, name));
        }
        return new MigrationFiles(texts);
    }

    /** The files of a folder, as developers see them. */
    public static MigrationFiles in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(MigrationFiles::isOurs).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return new MigrationFiles(texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names in order of application, with their text. */
    public Map<String, String> migrations() {
        Map<String, String> migrations = new LinkedHashMap<>(texts);
        migrations.keySet().removeIf(name -> !name.matches("[VR].*\\.sql"));
        return migrations;
    }

    /** What the application's role is granted after each deployment, with that role filled in. */
    String grants(String applicationRole) {
        return texts.get("afterMigrate.sql").replace("${applicationRole}", applicationRole);
    }

    /** CREATE INDEX CONCURRENTLY and its like can't run inside a transaction: such a file has a .conf beside it. */
    public boolean runsInTransaction(String name) {
        return !texts.getOrDefault(name + ".conf", "").replace(" ", "").contains("executeInTransaction=false");
    }

    ResourceProvider resources() {
        return new ResourceProvider() {
            @Override
            public LoadableResource getResource(String name) {
                String bare = name.substring(name.lastIndexOf('/') + 1);
                return Optional.ofNullable(texts.get(bare))
                        .map(text -> new SqlFile(bare, text))
                        .orElse(null);
            }

            @Override
            public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
                List<LoadableResource> found = new ArrayList<>();
                texts.forEach((name, text) -> {
                    if (name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith)) {
                        found.add(new SqlFile(name, text));
                    }
                });
                return found;
            }
        };
    }

    private static MigrationFiles fromClassesFolder(ClassLoader loader) {
        URL folder = loader.getResource(PRODUCT_FOLDER);
        if (folder == null || !folder.getProtocol().equals("file")) {
            throw new IllegalStateException("The product's migrations are missing from the class path");
        }
        return in(Path.of(URI.create(folder.toString())));
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".sql") || name.endsWith(".sql.conf");
    }

    private static String read(ClassLoader loader, String name) {
        try (InputStream stream = loader.getResourceAsStream(PRODUCT_FOLDER + "/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The product is incomplete: " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
