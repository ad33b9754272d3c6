/**
 * The web pages: one document for every address of theirs, and the files it loads, compressed when they were built.
 *
 * <p>Owns no table and calls no service: what the pages show, they ask of the API like everybody.
 */
package io.buildingos.web.page;
