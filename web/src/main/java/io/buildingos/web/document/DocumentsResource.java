package io.buildingos.web.document;

import io.buildingos.document.DeletionService;
import io.buildingos.document.DescribeDocument;
import io.buildingos.document.DocumentService;
import io.buildingos.document.DocumentView;
import io.buildingos.document.DownloadService;
import io.buildingos.document.DownloadService.DownloadLink;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.MergePatch;
import io.buildingos.web.kernel.Patches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What is known of the tenant's documents. */
@Path("/documents")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class DocumentsResource {
    @Inject
    private DocumentService documents;

    @Inject
    private DownloadService downloads;

    @Inject
    private DeletionService deletions;

    @Context
    private UriInfo uri;

    @GET
    public Page<DocumentView> list() {
        return documents.list(ListQuery.of(uri));
    }

    @GET
    @Path("/{document}")
    public DocumentView get(@PathParam("document") UUID document) {
        return documents.get(document);
    }

    @PATCH
    @Path("/{document}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public DocumentView describe(
            @PathParam("document") UUID document,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeDocument.class) MergePatch patch) {
        DescribeDocument present = documents.get(document).description();
        return documents.describe(document, IfMatch.required(version), patch.onto(present, DescribeDocument.class));
    }

    @DELETE
    @Path("/{document}")
    public void delete(@PathParam("document") UUID document, @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version) {
        deletions.delete(document, IfMatch.required(version));
    }

    @POST
    @Path("/{document}/archive")
    public DocumentView archive(@PathParam("document") UUID document) {
        return documents.archive(document);
    }

    @POST
    @Path("/{document}/restore")
    public DocumentView restore(@PathParam("document") UUID document) {
        return documents.restore(document);
    }

    /** Where the store gives the bytes out itself, for five minutes. */
    @GET
    @Path("/{document}/link")
    public DownloadLink link(
            @PathParam("document") UUID document, @QueryParam("inline") @DefaultValue("false") boolean inline) {
        return downloads.link(document, inline);
    }
}
