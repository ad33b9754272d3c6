/**
 * What units are charged, one by one or a whole building at once.
 *
 * <p>Owns {@code charges}. Invariants: a unit has one charge of a period and concept that isn't canceled; a charge is mended
 * or canceled only while nothing covers it; every charge, correction and cancellation has its entry in the ledger; the parts
 * of a split sum to what was split. A CREDIT is a charge that lowers the debt: it covers others as a payment does. Depends on
 * the kernel, the audit, the tenancy, the buildings, the ledger and the notification.
 */
package io.buildingos.charge;
