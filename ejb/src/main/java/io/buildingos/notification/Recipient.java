package io.buildingos.notification;

import java.util.UUID;

/**
 * Somebody to be told.
 *
 * @param user null: a person without an account
 */
public record Recipient(UUID user, String email, String name, String locale) {}
