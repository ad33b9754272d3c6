package io.buildingos.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands a mail to the outside world, as MAIL_PROVIDER says. */
@ApplicationScoped
class MailTransport {
    private static final Logger LOG = Logger.getLogger(MailTransport.class);

    @Inject
    private SmtpMail smtp;

    @Inject
    private ResendMail resend;

    @Inject
    private SesMail ses;

    @Inject
    @ConfigProperty(name = "MAIL_PROVIDER", defaultValue = "none")
    private String provider;

    @Inject
    @ConfigProperty(name = "APP_ENV", defaultValue = "development")
    private String environment;

    /** Whether mails stay readable in the outbox: nobody gets them, and a developer wants to see them. */
    boolean keeps() {
        return provider.equals("none") && environment.equals("development");
    }

    String send(Letter letter) throws MessagingException, IOException, MailRefused {
        return switch (provider) {
            case "smtp" -> smtp.send(letter);
            case "resend" -> resend.send(letter);
            case "ses" -> ses.send(letter);
            default -> logged(letter);
        };
    }

    private String logged(Letter letter) {
        LOG.infof(
                "Mail %s isn't sent: MAIL_PROVIDER is none%s",
                letter.id(), keeps() ? "\n" + letter.subject() + "\n" + letter.text() : "");
        return null;
    }
}
