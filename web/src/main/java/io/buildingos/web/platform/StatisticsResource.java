package io.buildingos.web.platform;

import io.buildingos.platform.Statistics;
import io.buildingos.platform.StatisticsService;
import io.buildingos.web.kernel.ApiMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The installation in figures. */
@Path("/platform/statistics")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class StatisticsResource {
    @Inject
    private StatisticsService statistics;

    @GET
    public Statistics current() {
        return statistics.current();
    }
}
