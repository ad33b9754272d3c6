package io.buildingos.web.identity;

import io.buildingos.identity.ChangeRoles;
import io.buildingos.identity.MemberService;
import io.buildingos.identity.MemberView;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The tenant's members and their roles. */
@Path("/members")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class MembersResource {
    @Inject
    private MemberService members;

    @Context
    private UriInfo uri;

    @GET
    public Page<MemberView> list() {
        return members.list(ListQuery.of(uri));
    }

    @GET
    @Path("/{member}")
    public MemberView get(@PathParam("member") UUID member) {
        return members.get(member);
    }

    /** The one thing of a member that changes are the roles; a merge patch replaces lists as a whole. */
    @PATCH
    @Path("/{member}")
    @Consumes({ApiMedia.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public MemberView changeRoles(
            @PathParam("member") UUID member,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Valid ChangeRoles request) {
        return members.changeRoles(member, IfMatch.required(version), request);
    }

    @DELETE
    @Path("/{member}")
    public void remove(@PathParam("member") UUID member, @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version) {
        members.remove(member, IfMatch.required(version));
    }
}
