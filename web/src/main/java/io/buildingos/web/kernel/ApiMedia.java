package io.buildingos.web.kernel;

/** The content types of the API. */
public final class ApiMedia {
    public static final String JSON = "application/json; charset=utf-8";
    public static final String PROBLEM = "application/problem+json; charset=utf-8";
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private ApiMedia() {}
}
