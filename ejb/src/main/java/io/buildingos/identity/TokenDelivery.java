package io.buildingos.identity;

/** How a client gets its refresh token. */
public enum TokenDelivery {
    /** Out of the reach of the page's scripts. */
    COOKIE,
    /** For clients that aren't browsers. */
    BODY
}
