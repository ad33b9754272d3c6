/**
 * The platform's own work: its tenants (opening, renaming, suspending, closing), demonstration data, what the installation
 * says about itself, which backups there are, and the end of rows whose time is over.
 *
 * <p>Owns no table. Seeding writes rows of every feature by set-based SQL, past the services and the
 * plan's limits, and so is refused wherever the data could be somebody's. Every act on a tenant is told in that tenant's
 * log. May depend on every feature; none on it.
 */
package io.buildingos.platform;
