/** Support by HTTP: the tenant's side and the platform's. */
package io.buildingos.web.support;
