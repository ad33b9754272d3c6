package io.buildingos.notification;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters as MIME: text and page of the same words, then the files. */
@ApplicationScoped
class MimeLetters {
    private final Optional<String> from;
    private final Clock clock;

    protected MimeLetters() {
        this(Optional.empty(), null);
    }

    @Inject
    MimeLetters(@ConfigProperty(name = "MAIL_FROM") Optional<String> from, Clock clock) {
        this.from = from;
        this.clock = clock;
    }

    String sender() {
        return from.orElse("noreply@localhost");
    }

    MimeMessage message(Session session, Letter letter) throws MessagingException {
        InternetAddress sender = new InternetAddress(sender());
        String id = "<" + letter.id() + "@" + host(sender) + ">";
        MimeMessage message = new MimeMessage(session) {
            /** The same at every attempt, so that a mail delivered twice is recognised as one. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setContent(content(letter));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart page = new MimeBodyPart();
        page.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        // The last one is preferred by whoever can show it.
        MimeMultipart words = new MimeMultipart("alternative", text, page);
        if (letter.attachments().isEmpty()) {
            return words;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        MimeMultipart all = new MimeMultipart("mixed", first);
        for (Letter.Attachment attachment : letter.attachments()) {
            all.addBodyPart(part(attachment));
        }
        return all;
    }

    private static MimeBodyPart part(Letter.Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
        // Whatever its bytes look like: a mail server may touch the ends of text lines.
        part.setHeader("Content-Transfer-Encoding", "base64");
        try {
            part.setFileName(MimeUtility.encodeText(attachment.fileName(), StandardCharsets.UTF_8.name(), null));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return part;
    }

    private static String host(InternetAddress sender) {
        String address = sender.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
