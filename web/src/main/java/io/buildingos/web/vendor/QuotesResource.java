package io.buildingos.web.vendor;

import io.buildingos.kernel.Page;
import io.buildingos.vendor.GiveReason;
import io.buildingos.vendor.QuoteService;
import io.buildingos.vendor.QuoteView;
import io.buildingos.vendor.ReceiveQuote;
import io.buildingos.vendor.RequestQuote;
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

/** What vendors ask for their work. */
@Path("/quotes")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class QuotesResource {
    @Inject
    private QuoteService quotes;

    @Context
    private UriInfo uri;

    @GET
    public Page<QuoteView> list() {
        return quotes.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = QuoteView.class)
    public Response request(@NotNull @Valid RequestQuote command) {
        QuoteView quote = quotes.request(command);
        return Created.in(uri, quote.id(), quote);
    }

    @GET
    @Path("/{quote}")
    public QuoteView get(@PathParam("quote") UUID quote) {
        return quotes.get(quote);
    }

    @POST
    @Path("/{quote}/receive")
    public QuoteView receive(@PathParam("quote") UUID quote, @NotNull @Valid ReceiveQuote command) {
        return quotes.receive(quote, command);
    }

    @POST
    @Path("/{quote}/approve")
    public QuoteView approve(@PathParam("quote") UUID quote) {
        return quotes.approve(quote);
    }

    @POST
    @Path("/{quote}/reject")
    public QuoteView reject(@PathParam("quote") UUID quote, @NotNull @Valid GiveReason why) {
        return quotes.reject(quote, why);
    }
}
