package io.buildingos.document;

import io.buildingos.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files, as people give them and as browsers are told them. A name is refused, never repaired, if it could mean a
 * place instead of a file, hide its end from the reader, or belie the type of what it names.
 */
final class FileName {
    static final int LONGEST = 200;

    /** Control and format characters (the latter turn text around), what separates folders, what Windows refuses. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");
    private static final String PLAIN = "!#$&+-.^_`|~";

    private FileName() {}

    /** In its composed form, so that it is the same name on every system. */
    static String checked(String given, FileType type) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Refusal.invalid("fileName", "must have 1 to %d characters".formatted(LONGEST));
        }
        if (FORBIDDEN.matcher(name).find()) {
            throw Refusal.invalid("fileName", "must have no control characters and none of / \\ : * ? \" < > |");
        }
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot < 1 || !type.extensions().contains(extension)) {
            throw Refusal.invalid("fileName", "must end with ." + String.join(" or .", type.extensions()));
        }
        String stem = name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT);
        if (stem.isEmpty()
                || DEVICES.contains(stem)
                || NUMBERED_DEVICE.matcher(stem).matches()) {
            throw Refusal.invalid("fileName", "must not begin with a dot or be the name of a device");
        }
        return name;
    }

    /** The header of RFC 6266: the name in ASCII for old readers, and as it is (RFC 8187) for all others. */
    static String disposition(String name, boolean inline) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ A-Za-z0-9!#$&+.^_`|~()-]", "_");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(inline ? "inline" : "attachment", ascii, coded(name));
    }

    private static String coded(String name) {
        StringBuilder coded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
            coded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return coded.toString();
    }
}
