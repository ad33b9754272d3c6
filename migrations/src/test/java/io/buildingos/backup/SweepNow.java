package io.buildingos.backup;

import io.buildingos.config.Configuration;
import java.time.Clock;

/** The retention in a process of its own, to be killed. */
public final class SweepNow {
    private SweepNow() {}

    public static void main(String[] arguments) {
        try (Archive archive = new Archive(Configuration.load(System.getenv()), Clock.systemUTC())) {
            new BackupRetention(archive, Progress.NONE, "test").run(false);
        }
    }
}
