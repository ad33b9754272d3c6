package io.buildingos.web.jobs;

import io.buildingos.batch.jobs.JobView;
import io.buildingos.batch.jobs.JobsBoundary;
import io.buildingos.jobs.ExecutionView;
import io.buildingos.jobs.JobLog.LogLine;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;

/** The platform's jobs and their executions, for the super admin. */
@Path("/platform")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class JobsResource {
    @Inject
    private JobsBoundary jobs;

    @Inject
    private ExecutionEvents events;

    @Context
    private UriInfo uri;

    @GET
    @Path("/jobs")
    public Page<JobView> list() {
        ListQuery.ofWhole(uri);
        return new Page<>(jobs.jobs(), null);
    }

    @GET
    @Path("/jobs/{job}")
    public JobView get(@PathParam("job") String job) {
        return jobs.job(job);
    }

    /** Answers before the job has done anything: its address tells how it fares. */
    @POST
    @Path("/jobs/{job}/executions")
    @Answers(status = 202, body = ExecutionView.class)
    public Response launch(@PathParam("job") String job, @Valid JobParameters parameters) {
        return accepted(jobs.launch(job, given(parameters)));
    }

    @GET
    @Path("/executions")
    @Lists(
            filters = {"job", "status", "launchedBy", "parameter"},
            instants = {"from", "to"})
    public Page<ExecutionView> executions() {
        return jobs.executions(ListQuery.of(uri));
    }

    @GET
    @Path("/executions/{execution}")
    public ExecutionView execution(@PathParam("execution") String id) {
        return jobs.execution(number(id));
    }

    /** Oldest line first. */
    @GET
    @Path("/executions/{execution}/log")
    public Page<LogLine> log(@PathParam("execution") String id) {
        return jobs.log(number(id), ListQuery.of(uri));
    }

    /**
     * Server-sent events until the execution ends: {@code execution} with its newest state, {@code log} with each new line.
     * A client that reconnects with Last-Event-ID misses no line.
     */
    @GET
    @Path("/executions/{execution}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Answers(status = 200, body = ExecutionView.class, type = MediaType.SERVER_SENT_EVENTS)
    public void events(
            @PathParam("execution") String id,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        events.watch(jobs.execution(number(id)).id(), lastEventId, sink, sse);
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
    public Response restart(@PathParam("execution") String id, @Valid JobParameters changed) {
        return accepted(jobs.restart(number(id), given(changed)));
    }

    @POST
    @Path("/executions/{execution}/abandon")
    public ExecutionView abandon(@PathParam("execution") String id) {
        return jobs.abandon(number(id));
    }

    private static Map<String, String> given(JobParameters body) {
        return body == null || body.parameters() == null ? Map.of() : body.parameters();
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

    /** What to launch a job with; what isn't given is the default, or at a restart as it was. */
    public record JobParameters(@Size(max = 30) Map<String, String> parameters) {}
}
