package io.buildingos.web.notification;

import io.buildingos.kernel.Page;
import io.buildingos.notification.MailView;
import io.buildingos.notification.PlatformMailService;
import io.buildingos.notification.PlatformMailService.RecordBounce;
import io.buildingos.notification.PlatformMailService.SuppressAddress;
import io.buildingos.notification.SuppressionView;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The mail of the installation: what waits, what became of it, another try, and who gets none. */
@Path("/platform/mail")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PlatformMailResource {
    @Inject
    private PlatformMailService mails;

    @Context
    private UriInfo uri;

    @GET
    public Page<MailView> list() {
        return mails.list(ListQuery.of(uri));
    }

    @GET
    @Path("/{mail}")
    public MailView.Detailed get(@PathParam("mail") UUID mail) {
        return mails.get(mail);
    }

    @POST
    @Path("/{mail}/retry")
    public MailView retry(@PathParam("mail") UUID mail) {
        return mails.retry(mail);
    }

    @POST
    @Path("/{mail}/bounce")
    public MailView recordBounce(@PathParam("mail") UUID mail, @NotNull @Valid RecordBounce bounce) {
        return mails.recordBounce(mail, bounce);
    }

    @GET
    @Path("/suppressions")
    public Page<SuppressionView> suppressions() {
        return mails.suppressions(ListQuery.of(uri));
    }

    @POST
    @Path("/suppressions")
    @Answers(status = 201, body = SuppressionView.class)
    public Response suppress(@NotNull @Valid SuppressAddress command) {
        SuppressionView suppression = mails.suppress(command);
        return Created.in(uri, suppression.id(), suppression);
    }

    @DELETE
    @Path("/suppressions/{suppression}")
    public void allow(@PathParam("suppression") UUID suppression) {
        mails.allow(suppression);
    }
}
