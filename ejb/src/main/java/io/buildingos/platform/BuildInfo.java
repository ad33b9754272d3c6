package io.buildingos.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built, from which commit, when; written into the archive by the build. */
public record BuildInfo(String version, String commit, String builtAt) {
    private static final BuildInfo THIS = read();

    public static BuildInfo get() {
        return THIS;
    }

    /** A build outside of a repository, from a downloaded archive, knows no commit. */
    private static BuildInfo read() {
        Properties build = new Properties();
        try (InputStream file = BuildInfo.class.getResourceAsStream("/META-INF/buildingos-build.properties")) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new BuildInfo(known(build, "version"), known(build, "commit"), known(build, "builtAt"));
    }

    private static String known(Properties build, String name) {
        String value = build.getProperty(name, "");
        return value.isEmpty() || value.startsWith("${") ? "unknown" : value;
    }
}
