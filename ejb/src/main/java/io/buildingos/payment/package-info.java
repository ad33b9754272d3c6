/**
 * What is paid for units: submitted, reviewed, laid on charges, reversed; and the receipts of it.
 *
 * <p>Owns {@code payments}, {@code receipts} and {@code receipt_counters}. Invariants: only an approved payment counts as
 * paid; it is never edited, only reversed, by an entry of the ledger that takes its own back; of many reviews at once exactly
 * one wins; each approved payment has one receipt, whose number is the next of its tenant and year, without gaps. Depends
 * on the kernel, the audit, the documents, the notification, the tenancy, the buildings and the ledger; which charges there are and
 * who lives in a unit it asks by query only.
 */
package io.buildingos.payment;
