/**
 * What the management port's health pages are told.
 *
 * <p>An archive of its own among the EAR's libraries: of an EAR the server looks for health checks there alone, not in the
 * archives beside. Those in turn can't be seen from a library, so what is to be answered is handed in from there.
 */
package io.buildingos.probe;
