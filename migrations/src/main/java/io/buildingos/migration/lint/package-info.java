/**
 * Reads migrations before they run and refuses what would lock a busy table, lose data or break the release that is
 * still running. Owns {@link io.buildingos.migration.lint.LintRule}, the list of these. Works on text alone: a table is
 * new if its own file made it, and in use otherwise.
 */
package io.buildingos.migration.lint;
