package io.buildingos.notification;

import java.util.UUID;

/** Somebody to be told. */
public record Recipient(UUID user, String email, String name, String locale) {}
