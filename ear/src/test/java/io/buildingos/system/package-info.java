/**
 * What the deployed product does, seen from outside: over HTTP, in the database, in the mails it sends. One stack for
 * all tests of a run; each test makes a tenant of its own.
 */
package io.buildingos.system;
