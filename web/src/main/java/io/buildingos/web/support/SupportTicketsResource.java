package io.buildingos.web.support;

import io.buildingos.kernel.Page;
import io.buildingos.support.AskSupport;
import io.buildingos.support.SupportMessageView;
import io.buildingos.support.SupportService;
import io.buildingos.support.SupportTicketView;
import io.buildingos.support.WriteSupportMessage;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What the tenant asks the platform, and its answers. */
@Path("/support-tickets")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class SupportTicketsResource {
    @Inject
    private SupportService support;

    @Context
    private UriInfo uri;

    @GET
    public Page<SupportTicketView> list() {
        return support.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = SupportTicketView.class)
    public Response ask(@NotNull @Valid AskSupport question) {
        SupportTicketView ticket = support.ask(question);
        return Created.in(uri, ticket.id(), ticket);
    }

    @GET
    @Path("/{supportTicket}")
    public SupportTicketView get(@PathParam("supportTicket") UUID ticket) {
        return support.get(ticket);
    }

    @GET
    @Path("/{supportTicket}/messages")
    public Page<SupportMessageView> messages(@PathParam("supportTicket") UUID ticket) {
        return support.messages(ticket, ListQuery.of(uri));
    }

    @POST
    @Path("/{supportTicket}/messages")
    @Answers(status = 201, body = SupportMessageView.class)
    public Response write(@PathParam("supportTicket") UUID ticket, @NotNull @Valid WriteSupportMessage message) {
        return Response.status(Response.Status.CREATED)
                .entity(support.write(ticket, message))
                .build();
    }

    @POST
    @Path("/{supportTicket}/close")
    public SupportTicketView close(@PathParam("supportTicket") UUID ticket) {
        return support.close(ticket);
    }

    @POST
    @Path("/{supportTicket}/reopen")
    public SupportTicketView reopen(@PathParam("supportTicket") UUID ticket) {
        return support.reopen(ticket);
    }
}
