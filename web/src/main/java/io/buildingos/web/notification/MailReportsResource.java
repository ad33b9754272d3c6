package io.buildingos.web.notification;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.notification.ProviderReports;
import io.buildingos.notification.WebhookSignature;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** Where mail providers report. Whoever reports proves it by a signature over the very bytes, so these are read as such. */
@Path("/mail-reports")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class MailReportsResource {
    private static final int MOST_BYTES = 65_536;

    @Inject
    private ProviderReports reports;

    @POST
    @Path("/resend")
    @Public
    @Consumes(MediaType.WILDCARD)
    public void resend(
            @HeaderParam("svix-id") String id,
            @HeaderParam("svix-timestamp") String timestamp,
            @HeaderParam("svix-signature") String signatures,
            InputStream body)
            throws IOException {
        byte[] report = body.readNBytes(MOST_BYTES + 1);
        if (report.length > MOST_BYTES) {
            throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        reports.resend(new WebhookSignature(id, timestamp, signatures), report);
    }
}
