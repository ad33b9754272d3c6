package io.buildingos.support;

/** What a support ticket is about. */
public enum SupportCategory {
    QUESTION,
    PROBLEM,
    BILLING,
    OTHER
}
