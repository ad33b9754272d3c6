/** Documents over HTTP: announced, put and registered, shown, downloaded whole or in part. */
package io.buildingos.web.document;
