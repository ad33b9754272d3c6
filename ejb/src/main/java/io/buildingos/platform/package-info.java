/**
 * The platform's own work: its tenants (opening, renaming, suspending, closing), demonstration data, the records of jobs,
 * what the installation says about itself.
 *
 * <p>Owns {@code job_instance}, {@code job_execution}, {@code step_execution} and {@code partition_execution}, which JBeret
 * writes and this only reads and mends. Seeding writes rows of every feature by set-based SQL, past the services and the
 * plan's limits, and so is refused wherever the data could be somebody's. Every act on a tenant is told in that tenant's
 * log. May depend on every feature; none on it.
 */
package io.buildingos.platform;
