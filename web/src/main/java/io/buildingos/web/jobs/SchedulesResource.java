package io.buildingos.web.jobs;

import io.buildingos.batch.jobs.JobsBoundary;
import io.buildingos.jobs.ChangeSchedule;
import io.buildingos.jobs.ScheduleView;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** When jobs start by themselves. */
@Path("/platform/schedules")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class SchedulesResource {
    @Inject
    private JobsBoundary jobs;

    @Context
    private UriInfo uri;

    @GET
    public Page<ScheduleView> list() {
        ListQuery.ofWhole(uri);
        return new Page<>(jobs.schedules(), null);
    }

    @GET
    @Path("/{job}")
    public ScheduleView get(@PathParam("job") String job) {
        return jobs.schedule(job);
    }

    @PUT
    @Path("/{job}")
    public ScheduleView change(
            @PathParam("job") String job,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Valid ChangeSchedule command) {
        return jobs.schedule(job, IfMatch.required(version), command);
    }
}
