/** Balances, statements and allocations over HTTP. */
package io.buildingos.web.ledger;
