package io.buildingos.identity;

import java.time.Duration;

/** Durations as operators write them: 30s, 15m, 12h, 30d, or in ISO 8601 (PT15M). */
final class Durations {
    private Durations() {}

    static Duration parse(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException(text + " is no duration");
        };
    }
}
