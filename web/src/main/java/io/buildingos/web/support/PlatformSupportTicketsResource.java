package io.buildingos.web.support;

import io.buildingos.kernel.Page;
import io.buildingos.support.PlatformSupportService;
import io.buildingos.support.SupportMessageView;
import io.buildingos.support.SupportTicketView;
import io.buildingos.support.WriteSupportMessage;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
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

/** What all tenants ask, for those who answer. */
@Path("/platform/support-tickets")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PlatformSupportTicketsResource {
    @Inject
    private PlatformSupportService support;

    @Context
    private UriInfo uri;

    @GET
    public Page<SupportTicketView> list() {
        return support.list(ListQuery.of(uri));
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
    public Response answer(@PathParam("supportTicket") UUID ticket, @NotNull @Valid WriteSupportMessage message) {
        return Response.status(Response.Status.CREATED)
                .entity(support.answer(ticket, message))
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
