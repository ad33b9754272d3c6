package io.buildingos.web.audit;

import io.buildingos.audit.AuditEntryView;
import io.buildingos.audit.AuditService;
import io.buildingos.audit.ChainVerification;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** What happened anywhere, for the platform. */
@Path("/platform/audit")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PlatformAuditResource {
    @Inject
    private AuditService audit;

    @Context
    private UriInfo uri;

    @GET
    @Lists("OF_PLATFORM")
    public Page<AuditEntryView> list() {
        return audit.listOfPlatform(ListQuery.of(uri));
    }

    /** The chain of the platform's own acts. */
    @GET
    @Path("/verification")
    public ChainVerification verification() {
        return audit.verifyChainOf(null);
    }
}
