package io.buildingos.web.kernel;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything a client speaks to. Resources and providers are found, not listed. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
