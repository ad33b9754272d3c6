package io.buildingos.report;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import java.math.BigDecimal;

/** Reads what the database added up, exactly: it counts in more digits than an amount has. */
final class Sums {
    private Sums() {}

    /** @param sum null where there was nothing to add up */
    static Money money(Object sum, String currency) {
        if (sum == null) {
            return Money.zero(currency);
        }
        try {
            return new Money(new BigDecimal(sum.toString()).longValueExact(), currency);
        } catch (ArithmeticException tooMuch) {
            throw Refusal.of(ErrorCode.AMOUNT_OUT_OF_RANGE);
        }
    }

    static long count(Object count) {
        return count == null ? 0 : ((Number) count).longValue();
    }
}
