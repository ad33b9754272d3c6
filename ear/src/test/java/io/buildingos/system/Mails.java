package io.buildingos.system;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mailboxes of the people in the tests. */
final class Mails {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Mails() {}

    /** The token of the newest link to that page, waiting for the mail to come. */
    static String token(TestStack stack, String recipient, String page) {
        return token(stack, recipient, page, 1);
    }

    /** @param count how many links to that page must have come */
    static String token(TestStack stack, String recipient, String page, int count) {
        Pattern link = Pattern.compile(page + "#token=([\\w-]{43})");
        List<String> tokens = Eventually.until(
                PATIENCE,
                () -> to(stack, recipient).stream()
                        .map(link::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .toList(),
                found -> found.size() >= count);
        return tokens.get(tokens.size() - 1);
    }

    /** What the mails to an address say, oldest first. */
    static List<String> to(TestStack stack, String recipient) {
        return stack.mails().stream()
                .filter(mail -> recipient(mail).equals(recipient))
                .map(Mails::text)
                .toList();
    }

    /** Of a mail in several forms, the plain one. */
    private static String text(Object content) throws IOException, MessagingException {
        return content instanceof Multipart parts
                ? text(parts.getBodyPart(0).getContent())
                : content.toString().replace("\r\n", "\n");
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return text(mail.getContent());
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
