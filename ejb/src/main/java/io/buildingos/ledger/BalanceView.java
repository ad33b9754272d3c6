package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import java.util.List;

/**
 * How a unit or a building stands; each list has one entry a currency.
 *
 * @param balance what is owed, as the ledger has it: {@code outstanding} less {@code credit}; negative: paid ahead
 * @param outstanding of the charges, what nothing covers
 * @param overdue the part of it that is due
 * @param credit of payments and credits, what covers nothing yet
 */
public record BalanceView(List<Money> balance, List<Money> outstanding, List<Money> overdue, List<Money> credit) {}
