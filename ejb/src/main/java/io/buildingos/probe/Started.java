package io.buildingos.probe;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Has started, down to the last servlet. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("buildingos").status(Probe.started()).build();
    }
}
