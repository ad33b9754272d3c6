package io.buildingos.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Through the mail server of the installation. Its session is the application server's. */
@ApplicationScoped
class SmtpMail implements MailProvider {
    @Resource(lookup = "java:jboss/mail/BuildingOS")
    private Session session;

    @Inject
    @ConfigProperty(name = "SMTP_USER")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "SMTP_PASSWORD")
    private Optional<String> password;

    @Inject
    private MimeLetters letters;

    @Override
    public String send(Letter letter) throws MessagingException, MailRefused {
        try {
            deliver(letters.message(session, letter));
            return null;
        } catch (SendFailedException failure) {
            // Invalid is what the server refused for good (5xx), as opposed to what it didn't take now.
            if (failure.getInvalidAddresses() != null && failure.getInvalidAddresses().length > 0) {
                throw new MailRefused(true, reason(failure));
            }
            throw failure;
        }
    }

    /** Logs in where there is a user, and then fails rather than send without. */
    private void deliver(Message message) throws MessagingException {
        if (user.isEmpty()) {
            Transport.send(message);
            return;
        }
        Transport.send(message, user.get(), password.orElseThrow());
    }

    /** The server's own words are in the innermost of the failures. */
    private static String reason(MessagingException failure) {
        Exception last = failure;
        while (last instanceof MessagingException outer && outer.getNextException() != null) {
            last = outer.getNextException();
        }
        return String.valueOf(last.getMessage()).strip();
    }
}
