package io.buildingos.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** What names are compared by: composed, without case, with single spaces. */
public final class NameKey {
    private NameKey() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
