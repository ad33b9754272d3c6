package io.buildingos.kernel;

import java.util.UUID;

/** A view of one versioned thing: the API makes its ETag and its address of these. */
public interface Identified {
    UUID id();

    long version();
}
