package io.buildingos.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdUnitTest {
    private static final Path UNIT = Path.of("src/main/systemd/buildingos.service");

    @Test
    void readsItsSettingsFromAFileAndGivesTheServerTimeToDrain() throws Exception {
        List<String> lines = Files.readAllLines(UNIT);
        assertTrue(lines.contains("EnvironmentFile=/etc/buildingos/buildingos.env"));
        assertTrue(lines.contains("RestartPreventExitStatus=78"));
        assertTrue(lines.stream().anyMatch(line -> line.matches("TimeoutStopSec=(4[5-9]|[5-9]\\d)")));
        assertTrue(
                lines.stream().noneMatch(line -> line.matches("Environment=.*(SECRET|PASSWORD|_KEY|DATABASE_URL).*")));
    }

    /** By systemd itself, where the machine has it: it names unknown settings and lines it can't read. */
    @Test
    void systemdUnderstandsIt(@TempDir Path folder) throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "systemd-analyze")));
        if (!there) {
            System.out.println("systemd-analyze is not on this machine: the unit is only read, not verified");
            return;
        }
        // It looks for the program as well, and that is somewhere else here.
        Path unit = Files.writeString(
                folder.resolve("buildingos.service"),
                Files.readString(UNIT).replaceFirst("ExecStart=.*", "ExecStart=/bin/true"));
        Process verify = new ProcessBuilder("systemd-analyze", "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(verify.waitFor(30, TimeUnit.SECONDS));
        assertEquals("0 ", verify.exitValue() + " " + said);
    }
}
