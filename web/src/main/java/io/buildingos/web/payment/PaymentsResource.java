package io.buildingos.web.payment;

import io.buildingos.kernel.Page;
import io.buildingos.payment.AllocatePayment;
import io.buildingos.payment.PaymentReviewService;
import io.buildingos.payment.PaymentService;
import io.buildingos.payment.PaymentView;
import io.buildingos.payment.ReviewReason;
import io.buildingos.payment.SubmitPayment;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.IdempotencyKeyRequired;
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

/** What is paid for units. */
@Path("/payments")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PaymentsResource {
    @Inject
    private PaymentService payments;

    @Inject
    private PaymentReviewService review;

    @Context
    private UriInfo uri;

    @GET
    public Page<PaymentView> list() {
        return payments.list(ListQuery.of(uri));
    }

    @POST
    @IdempotencyKeyRequired
    @Answers(status = 201, body = PaymentView.class)
    public Response submit(@NotNull @Valid SubmitPayment command) {
        PaymentView payment = payments.submit(command);
        return Created.in(uri, payment.id(), payment);
    }

    @GET
    @Path("/{payment}")
    public PaymentView get(@PathParam("payment") UUID payment) {
        return payments.get(payment);
    }

    @POST
    @Path("/{payment}/approve")
    public PaymentView approve(@PathParam("payment") UUID payment, @NotNull @Valid AllocatePayment command) {
        return review.approve(payment, command);
    }

    @POST
    @Path("/{payment}/reject")
    public PaymentView reject(@PathParam("payment") UUID payment, @NotNull @Valid ReviewReason command) {
        return review.reject(payment, command);
    }

    @POST
    @Path("/{payment}/reverse")
    public PaymentView reverse(@PathParam("payment") UUID payment, @NotNull @Valid ReviewReason command) {
        return review.reverse(payment, command);
    }

    @POST
    @Path("/{payment}/allocate")
    public PaymentView allocate(@PathParam("payment") UUID payment, @NotNull @Valid AllocatePayment command) {
        return review.allocate(payment, command);
    }

    @POST
    @Path("/{payment}/release")
    public PaymentView release(@PathParam("payment") UUID payment) {
        return review.release(payment);
    }
}
