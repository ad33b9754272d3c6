/** Buildings and units over HTTP. */
package io.buildingos.web.building;
