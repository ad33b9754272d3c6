package io.buildingos.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the machine must have, and how commands are wrapped for it. */
final class Tools {
    private Tools() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static Path find(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    static void require(String name, String package_) {
        if (find(name) == null) {
            throw new StackFailure(name + " is missing on this machine: install " + package_ + ".");
        }
    }

    /** macOS has no setsid: there, Ctrl-C reaches the parts too, and only the order of stopping suffers. */
    static List<String> ownSession(List<String> command) {
        if (find("setsid") == null) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("setsid"));
        wrapped.addAll(command);
        return wrapped;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
