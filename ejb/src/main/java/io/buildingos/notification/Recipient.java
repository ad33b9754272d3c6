package io.buildingos.notification;

import java.util.UUID;

/** Somebody to be told, and how they want to hear of it. */
record Recipient(UUID user, String email, String name, String locale, boolean inApp, boolean byMail) {}
