/**
 * The smoke test: what a person would try after a deployment, against any address, with nothing but HTTP.
 *
 * <p>Owns the list of steps ({@link io.buildingos.smoke.Steps}) and nothing else. Depends on no other package: whatever is
 * deployed there may be another version.
 */
package io.buildingos.smoke;
