/** Reports and exports over HTTP. */
package io.buildingos.web.report;
