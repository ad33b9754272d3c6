/**
 * What each unit owes, entry by entry, and what covers which debt.
 *
 * <p>Owns {@code unit_accounts}, {@code ledger_entries} and {@code allocations}. Invariants: entries are never changed nor
 * removed; an account's balance is the sum of its entries, and equals what is outstanding of its charges less the credit
 * that is free; of a charge no more is covered than it amounts to, of a payment or credit no more is used; nothing covers a
 * debt of another unit. Whoever moves a unit's money locks its account first ({@link io.buildingos.ledger.UnitAccounts}).
 *
 * <p>Depends on the kernel, the audit, the tenancy and the buildings. Charges and payments depend on it; it asks for them by
 * query only.
 */
package io.buildingos.ledger;
