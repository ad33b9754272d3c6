package io.buildingos.system;

/** JSON bodies, small enough to be written by hand. */
final class Body {
    private Body() {}

    /** Names and values by turns; texts get quotes, everything else stays as it is. */
    static String of(Object... namesAndValues) {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            body.append(i == 0 ? "" : ",").append(quoted(namesAndValues[i])).append(':');
            body.append(value instanceof String ? quoted(value) : value);
        }
        return body.append('}').toString();
    }

    private static String quoted(Object text) {
        return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** JSON already. */
    record Raw(String json) {
        @Override
        public String toString() {
            return json;
        }
    }
}
