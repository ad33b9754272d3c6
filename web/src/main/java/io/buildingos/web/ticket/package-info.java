/** Tickets over HTTP. */
package io.buildingos.web.ticket;
