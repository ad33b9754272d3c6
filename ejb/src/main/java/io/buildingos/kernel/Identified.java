package io.buildingos.kernel;

import java.util.UUID;

/** A view of one thing, all of which its version tells: the API makes its ETag and its address of these. */
public interface Identified extends Tagged {
    UUID id();
}
