package io.buildingos.notification;

import java.util.UUID;

/**
 * What a notification is about, for the page to lead there.
 *
 * @param type as the audit names entities: {@code ticket}, {@code payment}
 */
public record Subject(String type, UUID id) {}
