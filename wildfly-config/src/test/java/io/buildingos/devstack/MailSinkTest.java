package io.buildingos.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    @Test
    void keepsEachMailWhoeverElseGetsOne(@TempDir Path state) throws IOException {
        ServerSetup setup = new ServerSetup(Ports.free().smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        MailSink sink = new MailSink(state, setup.getPort());
        try {
            List<String> sent = new ArrayList<>();
            for (String name : List.of("ana", "leo", "ana")) {
                sent.add(name);
                GreenMailUtil.sendTextEmail(name + "@example.com", "x@example.com", "News", "Text", setup);
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (kept(state).size() < sent.size()) {
                    assertTrue(System.nanoTime() < end, "too few mails were kept");
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                assertEquals(sent, kept(state));
            }
        } finally {
            sink.stop();
        }
    }

    /** To whom they are, in the order in which they came. */
    private static List<String> kept(Path state) throws IOException {
        if (!Files.isDirectory(state.resolve("mail"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(state.resolve("mail"))) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(name -> name.substring(name.indexOf('-') + 1, name.indexOf('@')))
                    .toList();
        }
    }
}
