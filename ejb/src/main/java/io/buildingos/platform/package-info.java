/**
 * The platform's own work: its tenants (opening, renaming, suspending, closing), what the installation says about itself,
 * which backups there are, what companies are told of their subscriptions, and the end of rows whose time is over.
 *
 * <p>Owns no table. Every act on a tenant is told in that tenant's log. May depend on every feature; none on it.
 */
package io.buildingos.platform;
