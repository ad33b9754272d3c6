package io.buildingos.building;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.buildingos.kernel.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * The shares of all units of a building, replacing what was: units not named have none afterwards.
 *
 * @param shares by unit code or id; an empty map takes every share away
 */
public record SetShares(@NotNull @Size(max = 10_000) Map<String, Share> shares) {
    private static final int MAX_DIGITS = 10;

    /** An exact decimal above 0 and up to 1, as a JSON string or number; at most ten digits after the point. */
    public record Share(BigDecimal value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Share of(Object json) {
            return new Share(checked(decimal(json)));
        }

        private static BigDecimal decimal(Object json) {
            if (json instanceof BigDecimal number) {
                return number;
            }
            if (json instanceof Integer || json instanceof Long || json instanceof BigInteger) {
                return new BigDecimal(json.toString());
            }
            if (json instanceof String text && text.matches("[0-9]{1,3}(\\.[0-9]{1,30})?")) {
                return new BigDecimal(text);
            }
            throw Refusal.malformed("shares", "must be decimals, as \"0.25\"");
        }

        private static BigDecimal checked(BigDecimal share) {
            boolean inRange = share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
            if (!inRange
                    || share.precision() > 100
                    || share.stripTrailingZeros().scale() > MAX_DIGITS) {
                throw Refusal.invalid(
                        "shares", "must each be above 0 and up to 1, with at most %d decimals".formatted(MAX_DIGITS));
            }
            return share;
        }
    }
}
