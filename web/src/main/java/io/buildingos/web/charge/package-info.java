/** Charges over HTTP. */
package io.buildingos.web.charge;
