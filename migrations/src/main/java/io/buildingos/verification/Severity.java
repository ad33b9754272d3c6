package io.buildingos.verification;

/** How bad it is. */
public enum Severity {
    /** Allowed on the way, and to be looked at when it lasts. */
    WARNING,
    /** Can't come about by use of the product. */
    ERROR
}
