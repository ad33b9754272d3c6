package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a statement says before its lines.
 *
 * @param building name and address
 * @param opening what the unit owed before the first day
 */
public record StatementHead(
        UUID unitId,
        String unitCode,
        String building,
        StatementSpan span,
        LocalDate issuedOn,
        Money opening,
        Letterhead letterhead) {
    /** Letters, digits and hyphens only: it goes into a header. */
    public String fileName(String extension) {
        return "statement-%s-%s.%s".formatted(unitCode.replaceAll("[^A-Za-z0-9]+", "-"), issuedOn, extension);
    }
}
