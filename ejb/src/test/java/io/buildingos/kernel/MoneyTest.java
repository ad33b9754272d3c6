package io.buildingos.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @Test
    void addsAndSubtracts() {
        Money pesos = new Money(100, "ARS");
        assertEquals(new Money(350, "ARS"), pesos.plus(new Money(250, "ARS")));
        assertEquals(new Money(-150, "ARS"), pesos.minus(new Money(250, "ARS")));
        assertEquals(pesos, pesos.atMost(new Money(250, "ARS")));
        assertTrue(new Money(250, "ARS").exceeds(pesos));
    }

    @Test
    void neverMixesCurrencies() {
        Money pesos = new Money(100, "ARS");
        Money euros = new Money(100, "EUR");
        assertThrows(IllegalArgumentException.class, () -> pesos.plus(euros));
        assertThrows(IllegalArgumentException.class, () -> pesos.exceeds(euros));
    }

    @Test
    void failsRatherThanWraps() {
        Money most = new Money(Long.MAX_VALUE, "ARS");
        assertThrows(ArithmeticException.class, () -> most.plus(new Money(1, "ARS")));
        assertThrows(ArithmeticException.class, () -> new Money(Long.MIN_VALUE, "ARS").negated());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ARS|es-AR|ARS 1.234,56", "JPY|en|JPY 123,456", "KWD|en|KWD 123.456"})
    void isSaidAsItsReaderWritesIt(String currency, String locale, String said) {
        assertEquals(said, new Money(123_456, currency).said(Locale.forLanguageTag(locale)));
    }

    @ParameterizedTest
    @CsvSource({"ARS, 1234.56", "JPY, 123456", "KWD, 123.456"})
    void hasTheDecimalsOfItsCurrency(String currency, BigDecimal decimal) {
        assertEquals(decimal, new Money(123_456, currency).decimal());
    }
}
