/** Login and everything about one's own access, over HTTP. */
package io.buildingos.web.identity;
