/** Payments' work in the background. */
package io.buildingos.batch.payment;
