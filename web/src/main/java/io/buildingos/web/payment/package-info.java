/** Payments and receipts over HTTP. */
package io.buildingos.web.payment;
