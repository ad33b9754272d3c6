package io.buildingos.support;

/** Who is to speak next on a support ticket. */
public enum SupportStatus {
    /** The platform. */
    OPEN,
    /** The tenant. */
    ANSWERED,
    /** Nobody. */
    CLOSED
}
