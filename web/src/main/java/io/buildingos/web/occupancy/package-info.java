/** People and occupancies over HTTP. */
package io.buildingos.web.occupancy;
