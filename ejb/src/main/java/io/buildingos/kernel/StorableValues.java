package io.buildingos.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * JSON can say what PostgreSQL can't keep: text with a NUL, the year 999999999, 1e1000000. Refused at the door, naming
 * the field, instead of failing at the row. And text that shows nothing, of whatever kinds of spaces, is no text: it is
 * read as the empty one, which every rule about what must be said knows.
 */
final class StorableValues extends SimpleModule {
    private static final int MOST_DIGITS = 100;
    private static final int LAST_YEAR = 9999;

    StorableValues() {
        add(String.class, StorableValues::shown, StorableValues::isText, "holds a character that can't be stored");
        add(LocalDate.class, LocalDate::parse, StorableValues::isDate, "must lie in the years 1 to 9999");
        add(Instant.class, Instant::parse, StorableValues::isInstant, "must lie in the years 1 to 9999");
        add(YearMonth.class, YearMonth::parse, StorableValues::isMonth, "must lie in the years 1 to 9999");
        addDeserializer(BigDecimal.class, new Decimal());
    }

    private <T> void add(Class<T> type, Function<String, T> parse, Predicate<T> storable, String otherwise) {
        addDeserializer(type, new Text<>(type, parse, storable, otherwise));
    }

    /** Java's {@code strip} knows some of Unicode's spaces, its {@code trim} the old ones; here none counts. */
    static String shown(String text) {
        return text.codePoints().allMatch(StorableValues::showsNothing) ? "" : text;
    }

    /** A NUL isn't nothing: it is refused. */
    private static boolean showsNothing(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    /** No NUL, and every surrogate in its pair. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isDate(LocalDate date) {
        return isYear(date.getYear());
    }

    static boolean isInstant(Instant instant) {
        return isYear(instant.atOffset(ZoneOffset.UTC).getYear());
    }

    static boolean isDecimal(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    static boolean isMonth(YearMonth month) {
        return isYear(month.getYear());
    }

    private static boolean isYear(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    /** A value that JSON writes as a string, and only as a string. */
    private static final class Text<T> extends StdScalarDeserializer<T> {
        private final Class<T> type;
        private final transient Function<String, T> parse;
        private final transient Predicate<T> storable;
        private final String otherwise;

        Text(Class<T> type, Function<String, T> parse, Predicate<T> storable, String otherwise) {
            super(type);
            this.type = type;
            this.parse = parse;
            this.storable = storable;
            this.otherwise = otherwise;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            String text = parser.getText();
            try {
                T value = parse.apply(text);
                if (storable.test(value)) {
                    return value;
                }
            } catch (DateTimeException malformed) {
                return type.cast(context.handleWeirdStringValue(type, text, "not in ISO 8601"));
            }
            throw new UnstorableValue(parser, otherwise);
        }
    }

    private static final class Decimal extends StdScalarDeserializer<BigDecimal> {
        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            BigDecimal number = BigDecimalDeserializer.instance.deserialize(parser, context);
            if (!isDecimal(number)) {
                throw new UnstorableValue(parser, "has more digits than can be stored");
            }
            return number;
        }
    }
}
