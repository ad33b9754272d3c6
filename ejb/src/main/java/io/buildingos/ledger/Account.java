package io.buildingos.ledger;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import java.util.UUID;

/** The account of one unit, locked: everything of the unit's money waits until the transaction ends. */
public record Account(UUID unitId, UUID buildingId, String currency, long balanceMinor) {

    /** What is asked for in another currency than the unit's can't be entered here. */
    public long requireOwnCurrency(Money amount) {
        if (!amount.currency().equals(currency)) {
            throw Refusal.of(
                    ErrorCode.CURRENCY_DIFFERS,
                    "The unit's money is counted in %s, not in %s.".formatted(currency, amount.currency()));
        }
        return amount.amountMinor();
    }
}
