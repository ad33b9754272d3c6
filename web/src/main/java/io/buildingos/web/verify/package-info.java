/** Addresses of what verifications found. */
package io.buildingos.web.verify;
