/** Vendors, quotes and work orders over HTTP. */
package io.buildingos.web.vendor;
