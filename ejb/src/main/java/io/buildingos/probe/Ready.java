package io.buildingos.probe;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Should be sent requests. {@code application} alone says it of the application, whatever its server is doing. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        Probe.Answer answer = Probe.readiness();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("buildingos")
                .status(answer.serves() && !Draining.underWay())
                .withData("application", answer.status())
                .withData("server", Draining.described());
        answer.checks().forEach(response::withData);
        return response.build();
    }
}
