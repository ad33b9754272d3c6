package io.buildingos.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands a mail to the outside world, as MAIL_PROVIDER says. */
@ApplicationScoped
class MailTransport {
    private static final Logger LOG = Logger.getLogger(MailTransport.class);

    @Resource(lookup = "java:jboss/mail/BuildingOS")
    private Session session;

    @Inject
    @ConfigProperty(name = "MAIL_PROVIDER", defaultValue = "none")
    private String provider;

    @Inject
    @ConfigProperty(name = "SMTP_USER")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "SMTP_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "MAIL_FROM")
    private Optional<String> from;

    @Inject
    @ConfigProperty(name = "APP_ENV", defaultValue = "development")
    private String environment;

    @Inject
    private Clock clock;

    /** Whether mails stay readable in the outbox: nobody gets them, and a developer wants to see them. */
    boolean keeps() {
        return provider.equals("none") && environment.equals("development");
    }

    void send(OutgoingMail mail, MailTexts.Text text) throws MessagingException {
        switch (provider) {
            case "none" ->
                LOG.infof(
                        "Mail %s (%s) isn't sent: MAIL_PROVIDER is none%s",
                        mail.id(), mail.template(), keeps() ? "\n" + text.subject() + "\n" + text.body() : "");
            case "smtp" -> deliver(message(mail, text));
            default ->
                throw new MessagingException("This version sends no mail through " + provider + ", only by smtp");
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

    private Message message(OutgoingMail mail, MailTexts.Text text) throws MessagingException {
        InternetAddress sender = new InternetAddress(from.orElse("noreply@localhost"));
        String id = "<" + mail.id() + "@" + host(sender) + ">";
        MimeMessage message = new MimeMessage(session) {
            /** The same at every attempt, so that a mail delivered twice is recognised as one. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private static String host(InternetAddress sender) {
        String address = sender.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
