package io.buildingos.config;

/** One thing wrong with a setting. The text never holds the setting's value: it is printed and logged. */
public record Problem(String setting, String text) {
    @Override
    public String toString() {
        return setting + ": " + text;
    }
}
