package io.buildingos.web.platform;

import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobsBoundary;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.platform.ExecutionView;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** The platform's jobs and their executions, for the super admin. */
@Path("/platform")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class JobsResource {
    @Inject
    private JobsBoundary jobs;

    @Context
    private UriInfo uri;

    @GET
    @Path("/jobs")
    public Page<JobDefinition> list() {
        ListQuery.ofWhole(uri);
        List<JobDefinition> all = jobs.jobs();
        return new Page<>(all, null);
    }

    /** Answers before the job has done anything: its address tells how it fares. */
    @POST
    @Path("/jobs/{job}/executions")
    @Answers(status = 202, body = ExecutionView.class)
    public Response launch(@PathParam("job") String job, LaunchJob launch) {
        return accepted(jobs.launch(job, launch == null ? Map.of() : launch.given()));
    }

    @GET
    @Path("/executions")
    @Lists(filters = {"job", "status"})
    public Page<ExecutionView> executions() {
        return jobs.executions(ListQuery.of(uri));
    }

    @GET
    @Path("/executions/{execution}")
    public ExecutionView execution(@PathParam("execution") String id) {
        return jobs.execution(number(id));
    }

    @POST
    @Path("/executions/{execution}/stop")
    @Answers(status = 202, body = ExecutionView.class)
    public Response stop(@PathParam("execution") String id) {
        return accepted(jobs.stop(number(id)));
    }

    @POST
    @Path("/executions/{execution}/restart")
    @Answers(status = 202, body = ExecutionView.class)
    public Response restart(@PathParam("execution") String id) {
        return accepted(jobs.restart(number(id)));
    }

    private Response accepted(ExecutionView execution) {
        return Response.accepted(execution)
                .location(uri.getBaseUriBuilder()
                        .path("platform/executions")
                        .path(Long.toString(execution.id()))
                        .build())
                .build();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notOne) {
            throw Refusal.notFound();
        }
    }

    /** What to launch the job with; what isn't given is the default. */
    public record LaunchJob(@Size(max = 30) Map<String, String> parameters) {
        Map<String, String> given() {
            return parameters == null ? Map.of() : parameters;
        }
    }
}
