/** Tickets' work in the background. */
package io.buildingos.batch.ticket;
