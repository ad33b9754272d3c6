package io.buildingos.kernel;

/** A view, a record, of something that is changed in versions: the API makes its ETag of the version and of what it says. */
public interface Tagged {
    long version();
}
