package io.buildingos.probe;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Should be sent requests. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        Probe.Answer answer = Probe.readiness();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("buildingos").status(answer.serves());
        answer.checks().forEach(response::withData);
        return response.build();
    }
}
