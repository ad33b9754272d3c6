package io.buildingos.vendor;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import java.util.Currency;

/** What vendors ask: more than nothing, in any currency there is, which needn't be the tenant's. */
final class Amounts {
    private Amounts() {}

    static Money required(String field, Money amount) {
        if (amount.signum() <= 0) {
            throw Refusal.invalid(field + ".amountMinor", "must be more than 0");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(amount.currency()))) {
            throw Refusal.invalid(field + ".currency", "must be a currency of ISO 4217, as ARS");
        }
        return amount;
    }

    static Money of(Long amountMinor, String currency) {
        return amountMinor == null ? null : new Money(amountMinor, currency);
    }
}
