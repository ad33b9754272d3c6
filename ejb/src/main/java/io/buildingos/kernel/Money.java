package io.buildingos.kernel;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * An amount in the minor units of its currency: cents, or whatever the exponent of ISO 4217 says. Amounts of two
 * currencies never meet, and what doesn't fit 64 bits is an error, never another amount.
 *
 * @param amountMinor 123456 for 1,234.56 ARS and for 123,456 JPY
 * @param currency the code of ISO 4217
 */
public record Money(
        long amountMinor,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a code of ISO 4217, as ARS")
        String currency) {

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amountMinor, sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amountMinor, sameCurrency(other)), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amountMinor), currency);
    }

    /** The smaller of the two. */
    public Money atMost(Money other) {
        return amountMinor <= sameCurrency(other) ? this : other;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return Long.signum(amountMinor);
    }

    public boolean exceeds(Money other) {
        return amountMinor > sameCurrency(other);
    }

    /** In major units, with as many decimals as the currency has. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(amountMinor, exponent(currency));
    }

    /** As people of the locale write it, with the currency's decimals, and characters that every font has. */
    public String written(Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = exponent(currency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(decimal()).replace('\u2212', '-').replace('\u202f', '\u00a0');
    }

    /** The same where nothing else says in which currency. */
    public String said(Locale locale) {
        return currency + " " + written(locale);
    }

    /** 2 for ARS, 0 for JPY, 3 for KWD. */
    public static int exponent(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private long sameCurrency(Money other) {
        if (!Objects.equals(currency, other.currency)) {
            throw new IllegalArgumentException("%s and %s don't add up".formatted(currency, other.currency));
        }
        return other.amountMinor;
    }
}
