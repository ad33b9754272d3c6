/**
 * The settings of an installation: which there are, what each must look like in each environment, and where their
 * values come from (environment variables, {@code .env}, secret files, AWS Secrets Manager).
 *
 * <p>Owns the table of settings ({@link io.buildingos.config.Settings}), the only place where one is declared. Invariants:
 * a {@link io.buildingos.config.Configuration} exists only if every rule holds; no message carries the value of a
 * setting. Depends on nothing but the JDK, because it runs before the server does and inside it.
 */
package io.buildingos.config;
