package io.buildingos.notification;

import java.util.UUID;

/**
 * What a notification is about, for the page to lead there.
 *
 * @param type as the audit names entities: {@code ticket}, {@code payment}
 */
public record Subject(String type, UUID id) {
    /**
     * Where its page is: under its type, in the plural. A company's one subscription is among its settings, and charges that
     * were posted together are a list.
     */
    String page() {
        return switch (type) {
            case "subscription" -> "settings";
            case "charge-batch" -> "charges?batch=" + id;
            default -> type + "s/" + id;
        };
    }
}
