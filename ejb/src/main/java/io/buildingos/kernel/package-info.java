/**
 * The words every feature shares: ids, the caller, permissions, refusals, paging.
 *
 * <p>Owns no table but {@code idempotency_keys} and {@code rate_limit_buckets}. Depends on no feature.
 *
 * <p>Two invariants live here. A service method runs only for a caller that may call it, and a transaction sees only the
 * rows of the tenant it was opened for: {@link io.buildingos.kernel.ServiceBoundary} holds both.
 */
package io.buildingos.kernel;
