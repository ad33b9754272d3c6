package io.buildingos.web.payment;

import io.buildingos.kernel.Page;
import io.buildingos.payment.PaymentReceiptService;
import io.buildingos.payment.PaymentReceiptView;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The receipts of approved payments. */
@Path("/receipts")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class ReceiptsResource {
    @Inject
    private PaymentReceiptService receipts;

    @Context
    private UriInfo uri;

    @GET
    public Page<PaymentReceiptView> list() {
        return receipts.list(ListQuery.of(uri));
    }

    @GET
    @Path("/{receipt}")
    public PaymentReceiptView get(@PathParam("receipt") UUID receipt) {
        return receipts.get(receipt);
    }

    @GET
    @Path("/{receipt}/pdf")
    @Produces("application/pdf")
    @Answers(status = 200)
    public Response pdf(@PathParam("receipt") UUID receipt) {
        byte[] pdf = receipts.pdf(receipt);
        return Response.ok(pdf)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"receipt-" + receipt + ".pdf\"")
                .build();
    }
}
