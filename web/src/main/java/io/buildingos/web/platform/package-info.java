/** The platform's own addresses: probes, version, tenants, statistics. */
package io.buildingos.web.platform;
