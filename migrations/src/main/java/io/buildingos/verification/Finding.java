package io.buildingos.verification;

import java.util.UUID;

/**
 * One row that breaks a promise.
 *
 * @param tenant null for what is the platform's
 * @param rowKey the row's primary key, or what names the thing
 */
public record Finding(UUID tenant, String table, String rowKey, String detail) {}
