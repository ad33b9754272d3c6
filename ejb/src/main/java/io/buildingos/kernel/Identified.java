package io.buildingos.kernel;

import java.util.UUID;

/** A view of one thing: the API makes its ETag and its address of it. */
public interface Identified extends Tagged {
    UUID id();
}
