/** The caller's own tenant over HTTP: settings and plan. */
package io.buildingos.web.tenancy;
