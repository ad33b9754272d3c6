/**
 * The whole of BuildingOS on one machine: PostgreSQL, an object store, a mail sink and the configured server with the
 * application in it. Used by {@code ./mvnw -Pdev}, by the system tests and by the benchmarks; never in production.
 *
 * <p>Owns the state folder ({@code .dev} in development, {@code target/stack} in tests) and every process it started.
 */
package io.buildingos.devstack;
