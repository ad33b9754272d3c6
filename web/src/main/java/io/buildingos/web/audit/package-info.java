/** The audit log over HTTP: the tenant's own, and across tenants for the platform. */
package io.buildingos.web.audit;
