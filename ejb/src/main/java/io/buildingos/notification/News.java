package io.buildingos.notification;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened, and whom it concerns.
 *
 * @param words what the placeholders of its wording stand for: texts, amounts of money, and days
 */
public record News(Collection<UUID> users, Subject subject, Wording wording, Map<String, ?> words) {
    public News(Collection<UUID> users, Subject subject, Map<String, ?> words) {
        this(users, subject, Wording.PLAIN, words);
    }
}
