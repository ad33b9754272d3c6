/**
 * Companies and self-managed buildings, what they subscribed to, and what their plan allows.
 *
 * <p>Owns {@code tenants} and {@code subscriptions}. Invariants: a slug is one tenant's; a tenant has one subscription;
 * nothing counted by a plan grows past it, however many try at once. Depends on the kernel and the audit.
 */
package io.buildingos.tenancy;
