/** The platform's own addresses: probes, version, tenants, jobs. */
package io.buildingos.web.platform;
