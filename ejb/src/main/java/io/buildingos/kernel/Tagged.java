package io.buildingos.kernel;

/** A view of something that is changed in versions: the API makes its ETag of it. */
public interface Tagged {
    long version();
}
