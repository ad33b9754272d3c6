package io.buildingos.web.ledger;

import io.buildingos.kernel.Page;
import io.buildingos.ledger.AllocationService;
import io.buildingos.ledger.AllocationService.AppliedCredit;
import io.buildingos.ledger.AllocationView;
import io.buildingos.ledger.BalanceService;
import io.buildingos.ledger.BalanceView;
import io.buildingos.ledger.StatementFileService;
import io.buildingos.ledger.StatementHead;
import io.buildingos.ledger.StatementLine;
import io.buildingos.ledger.StatementService;
import io.buildingos.ledger.StatementSpan;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What a unit owes, and how that came about. */
@Path("/units/{unit}/account")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class UnitAccountResource {
    @Inject
    private BalanceService balances;

    @Inject
    private StatementService statements;

    @Inject
    private StatementFileService files;

    @Inject
    private AllocationService allocations;

    @Context
    private UriInfo uri;

    @GET
    public BalanceView balance(@PathParam("unit") UUID unit) {
        return balances.ofUnit(unit);
    }

    @GET
    @Path("/statement")
    public Page<StatementLine> statement(@PathParam("unit") UUID unit) {
        return statements.of(unit, ListQuery.of(uri));
    }

    @GET
    @Path("/statement.csv")
    @Produces("text/csv; charset=utf-8")
    @Answers(status = 200)
    public Response statementCsv(
            @PathParam("unit") UUID unit, @QueryParam("from") String from, @QueryParam("to") String to) {
        StatementHead head = files.head(unit, StatementSpan.of(from, to));
        return download(head.fileName("csv"), out -> files.writeCsv(head, out));
    }

    @GET
    @Path("/statement.pdf")
    @Produces("application/pdf")
    @Answers(status = 200)
    public Response statementPdf(
            @PathParam("unit") UUID unit, @QueryParam("from") String from, @QueryParam("to") String to) {
        StatementHead head = files.head(unit, StatementSpan.of(from, to));
        return download(head.fileName("pdf"), out -> files.writePdf(head, out));
    }

    private static Response download(String fileName, StreamingOutput content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .build();
    }

    @GET
    @Path("/allocations")
    public Page<AllocationView> allocations(@PathParam("unit") UUID unit) {
        return allocations.ofUnit(unit, ListQuery.of(uri));
    }

    @POST
    @Path("/apply-credit")
    public AppliedCredit applyCredit(@PathParam("unit") UUID unit) {
        return allocations.applyCredit(unit);
    }
}
