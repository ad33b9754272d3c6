package io.buildingos.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** One way out for mail. */
interface MailProvider {
    /**
     * Sends it, or fails so that it is tried again later.
     *
     * @return what the provider calls it, or null if it has no name of its own for it
     * @throws MailRefused if trying again is no use
     */
    String send(Letter letter) throws MessagingException, IOException, MailRefused;
}
