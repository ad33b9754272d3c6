/**
 * The database's shape: runs the SQL under {@code db/migration} and says what has run.
 *
 * <p>Owns {@code flyway_schema_history} and the grants of the application's role (afterMigrate.sql). Invariants: an
 * applied migration never changes; a failed one leaves the database as it was before it; two deployments at once apply
 * each migration once. Depends on Flyway, the PostgreSQL driver and {@code io.buildingos.config}, because it runs both
 * without a server and inside one.
 */
package io.buildingos.migration;
