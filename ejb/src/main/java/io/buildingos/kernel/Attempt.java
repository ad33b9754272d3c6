package io.buildingos.kernel;

/** A body that tries something against an account, counted per account until it succeeds. */
public interface Attempt {
    /** The account tried, in the one form it is compared by, whether it exists or not. */
    String account();
}
