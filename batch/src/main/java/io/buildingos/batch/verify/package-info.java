/**
 * The job {@code verify}: check after check, each a chunk; a restart goes on at the check that was cut off. Owns nothing;
 * checks and findings are the services'.
 */
package io.buildingos.batch.verify;
