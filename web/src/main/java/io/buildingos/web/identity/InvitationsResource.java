package io.buildingos.web.identity;

import io.buildingos.identity.InvitationAnswerService;
import io.buildingos.identity.InvitationAnswerService.Accept;
import io.buildingos.identity.InvitationAnswerService.Accepted;
import io.buildingos.identity.InvitationAnswerService.InvitationOffer;
import io.buildingos.identity.InvitationAnswerService.LookUp;
import io.buildingos.identity.InvitationService;
import io.buildingos.identity.InvitationView;
import io.buildingos.identity.InviteMember;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.RateLimit;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.Public;
import io.buildingos.web.kernel.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Inviting people, and answering an invitation. */
@Path("/invitations")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class InvitationsResource {
    @Inject
    private InvitationService invitations;

    @Inject
    private InvitationAnswerService answers;

    @Context
    private UriInfo uri;

    @GET
    public Page<InvitationView> list() {
        return invitations.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = InvitationView.class)
    public Response invite(@NotNull @Valid InviteMember request) {
        InvitationView invitation = invitations.invite(request);
        return Created.in(uri, invitation.id(), invitation);
    }

    @GET
    @Path("/{invitation}")
    public InvitationView get(@PathParam("invitation") UUID invitation) {
        return invitations.get(invitation);
    }

    @POST
    @Path("/{invitation}/resend")
    public InvitationView resend(@PathParam("invitation") UUID invitation) {
        return invitations.resend(invitation);
    }

    @DELETE
    @Path("/{invitation}")
    public void revoke(@PathParam("invitation") UUID invitation, @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version) {
        invitations.revoke(invitation, IfMatch.required(version));
    }

    /** A POST, so that the token stands in no address. */
    @POST
    @Path("/lookup")
    @Public
    @RateLimited(RateLimit.INVITATION)
    public InvitationOffer lookUp(@NotNull @Valid LookUp request) {
        return answers.lookUp(request);
    }

    @POST
    @Path("/accept")
    @Public
    @RateLimited(RateLimit.INVITATION)
    @Answers(status = 201, body = Accepted.class)
    public Response accept(@NotNull @Valid Accept request) {
        Accepted accepted = answers.accept(request);
        return Response.created(uri.getBaseUriBuilder()
                        .path("members")
                        .path(accepted.memberId().toString())
                        .build())
                .entity(accepted)
                .build();
    }
}
