package io.buildingos.web.report;

import io.buildingos.report.Export;
import io.buildingos.report.ExportFile;
import io.buildingos.report.ExportFormat;
import io.buildingos.report.ExportService;
import io.buildingos.web.kernel.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Whole tables of what is in the caller's reach, as CSV or XLSX. */
@Path("/exports")
@ApplicationScoped
@Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
public class ExportsResource {
    @Inject
    private ExportService exports;

    @GET
    @Path("/charges")
    @Answers(status = 200, body = StreamingOutput.class)
    public Response charges(@QueryParam("format") String format) {
        return download(Export.CHARGES, format);
    }

    @GET
    @Path("/payments")
    @Answers(status = 200, body = StreamingOutput.class)
    public Response payments(@QueryParam("format") String format) {
        return download(Export.PAYMENTS, format);
    }

    @GET
    @Path("/ledger")
    @Answers(status = 200, body = StreamingOutput.class)
    public Response ledger(@QueryParam("format") String format) {
        return download(Export.LEDGER, format);
    }

    @GET
    @Path("/tickets")
    @Answers(status = 200, body = StreamingOutput.class)
    public Response tickets(@QueryParam("format") String format) {
        return download(Export.TICKETS, format);
    }

    @GET
    @Path("/people")
    @Answers(status = 200, body = StreamingOutput.class)
    public Response people(@QueryParam("format") String format) {
        return download(Export.PEOPLE, format);
    }

    private Response download(Export export, String format) {
        ExportFile file = exports.grant(export, ExportFormat.of(format));
        StreamingOutput content = out -> exports.write(file, out);
        return Response.ok(content, file.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
