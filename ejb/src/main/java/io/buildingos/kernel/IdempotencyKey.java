package io.buildingos.kernel;

import java.util.UUID;

/**
 * The hold a request has on its Idempotency-Key.
 *
 * @param scope tenant and user: keys of different ones never meet
 * @param attempt this request's own mark, so that one which was given up can't finish after its successor began
 */
public record IdempotencyKey(String scope, String key, UUID attempt) {}
