package io.buildingos.devstack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes every mail, delivers none; {@code .dev/mail} keeps them as files to read links from. */
public final class MailSink {
    private final Path folder;
    private final GreenMail server;
    private final Thread writer;
    private volatile boolean stopped;

    MailSink(Path state, int port) {
        Ports.requireFree("SMTP", port);
        folder = state.resolve("mail");
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        server = new GreenMail(setup);
        server.start();
        writer = new Thread(this::writeEach, "mail-sink");
        writer.setDaemon(true);
        writer.start();
    }

    /** Everything received since the start. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    void stop() {
        stopped = true;
        server.stop();
    }

    /** They are listed by mailbox, not in the order in which they came. */
    private void writeEach() {
        Set<MimeMessage> written = new HashSet<>();
        while (!stopped) {
            server.waitForIncomingEmail(500, written.size() + 1);
            received().stream().filter(written::add).forEach(this::write);
        }
    }

    private void write(MimeMessage mail) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(System.currentTimeMillis() + "-"
                    + mail.getAllRecipients()[0].toString().replaceAll("[^A-Za-z0-9.@+-]", "_") + ".eml");
            try (OutputStream out = Files.newOutputStream(file)) {
                mail.writeTo(out);
            }
        } catch (IOException | MessagingException unreadable) {
            System.err.println("A mail could not be kept in " + folder + ": " + unreadable.getMessage());
        }
    }
}
