/**
 * The object store behind documents and backups, over the S3 API.
 *
 * <p>Owns no table. Nothing here keeps an object in memory: bodies are streamed in both directions, and an upload of
 * unknown length holds one part at a time. Invariant: an object that is created is there as a whole or not at all, and
 * never replaces one that was there before. Depends on the configuration only, so that the operator's command line has
 * the same store as the server.
 */
package io.buildingos.store;
