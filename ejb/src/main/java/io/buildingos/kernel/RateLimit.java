package io.buildingos.kernel;

import java.time.Duration;

/** How often something may be tried. How many times is configured under the setting's name; the window isn't. */
public enum RateLimit {
    LOGIN_PER_ACCOUNT("RATE_LIMIT_LOGIN_PER_ACCOUNT", 5, Duration.ofMinutes(15), true),
    LOGIN_PER_ADDRESS("RATE_LIMIT_LOGIN_PER_ADDRESS", 50, Duration.ofMinutes(15), true),
    SIGNUP("RATE_LIMIT_SIGNUP_PER_HOUR", 3, Duration.ofHours(1), true),
    INVITATION("RATE_LIMIT_TOKENS_PER_WINDOW", 10, Duration.ofMinutes(15), true),
    PASSWORD_RESET("RATE_LIMIT_TOKENS_PER_WINDOW", 10, Duration.ofMinutes(15), true),
    READS("RATE_LIMIT_READS_PER_MINUTE", 600, Duration.ofMinutes(1), false),
    WRITES("RATE_LIMIT_WRITES_PER_MINUTE", 100, Duration.ofMinutes(1), false);

    private final String setting;
    private final int usual;
    private final Duration window;
    private final boolean shared;

    RateLimit(String setting, int usual, Duration window, boolean shared) {
        this.setting = setting;
        this.usual = usual;
        this.window = window;
        this.shared = shared;
    }

    public String setting() {
        return setting;
    }

    /** What holds unless configured otherwise. */
    public int usual() {
        return usual;
    }

    public Duration window() {
        return window;
    }

    /** One count across all nodes, kept in PostgreSQL; else each node counts in its memory. */
    public boolean shared() {
        return shared;
    }
}
