/**
 * The operator's command line, {@code java -jar buildingos.jar}: what is done before and without the server. Owns words,
 * tables and exit statuses; the work itself is done by the packages it calls.
 */
package io.buildingos.operator;
