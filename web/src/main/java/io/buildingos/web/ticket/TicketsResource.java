package io.buildingos.web.ticket;

import io.buildingos.document.DocumentView;
import io.buildingos.kernel.Page;
import io.buildingos.ticket.AssignTicket;
import io.buildingos.ticket.AttachDocument;
import io.buildingos.ticket.ChangeStatus;
import io.buildingos.ticket.DescribeTicket;
import io.buildingos.ticket.OpenTicket;
import io.buildingos.ticket.TicketAttachmentService;
import io.buildingos.ticket.TicketCommentService;
import io.buildingos.ticket.TicketCommentView;
import io.buildingos.ticket.TicketCourseService;
import io.buildingos.ticket.TicketEventView;
import io.buildingos.ticket.TicketService;
import io.buildingos.ticket.TicketView;
import io.buildingos.ticket.WriteComment;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.MergePatch;
import io.buildingos.web.kernel.Patches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The tickets in the caller's reach, what is said on each and how it went. */
@Path("/tickets")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class TicketsResource {
    @Inject
    private TicketService tickets;

    @Inject
    private TicketCourseService course;

    @Inject
    private TicketCommentService comments;

    @Inject
    private TicketAttachmentService attachments;

    @Context
    private UriInfo uri;

    @GET
    public Page<TicketView> list() {
        return tickets.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = TicketView.class)
    public Response open(@NotNull @Valid OpenTicket command) {
        TicketView ticket = tickets.open(command);
        return Created.in(uri, ticket.id(), ticket);
    }

    @GET
    @Path("/{ticket}")
    public TicketView get(@PathParam("ticket") UUID ticket) {
        return tickets.get(ticket);
    }

    @PATCH
    @Path("/{ticket}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public TicketView describe(
            @PathParam("ticket") UUID ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeTicket.class) MergePatch patch) {
        DescribeTicket present = tickets.get(ticket).details();
        return tickets.describe(ticket, IfMatch.required(version), patch.onto(present, DescribeTicket.class));
    }

    @POST
    @Path("/{ticket}/transition")
    public TicketView transition(@PathParam("ticket") UUID ticket, @NotNull @Valid ChangeStatus command) {
        return course.transition(ticket, command);
    }

    @POST
    @Path("/{ticket}/assign")
    public TicketView assign(@PathParam("ticket") UUID ticket, @NotNull @Valid AssignTicket command) {
        return course.assign(ticket, command);
    }

    @GET
    @Path("/{ticket}/history")
    public Page<TicketEventView> history(@PathParam("ticket") UUID ticket) {
        return course.history(ticket, ListQuery.of(uri));
    }

    @GET
    @Path("/{ticket}/comments")
    public Page<TicketCommentView> comments(@PathParam("ticket") UUID ticket) {
        return comments.list(ticket, ListQuery.of(uri));
    }

    @POST
    @Path("/{ticket}/comments")
    @Answers(status = 201, body = TicketCommentView.class)
    public Response comment(@PathParam("ticket") UUID ticket, @NotNull @Valid WriteComment command) {
        return Response.status(Response.Status.CREATED)
                .entity(comments.write(ticket, command))
                .build();
    }

    @GET
    @Path("/{ticket}/attachments")
    public Page<DocumentView> attachments(@PathParam("ticket") UUID ticket) {
        ListQuery.ofWhole(uri);
        return attachments.list(ticket);
    }

    @POST
    @Path("/{ticket}/attachments")
    @Answers(status = 201, body = DocumentView.class)
    public Response attach(@PathParam("ticket") UUID ticket, @NotNull @Valid AttachDocument command) {
        return Response.status(Response.Status.CREATED)
                .entity(attachments.attach(ticket, command))
                .build();
    }

    @DELETE
    @Path("/{ticket}/attachments/{document}")
    public void detach(@PathParam("ticket") UUID ticket, @PathParam("document") UUID document) {
        attachments.detach(ticket, document);
    }
}
