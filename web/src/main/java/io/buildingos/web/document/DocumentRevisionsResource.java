package io.buildingos.web.document;

import io.buildingos.document.AnnounceRevision;
import io.buildingos.document.DocumentService;
import io.buildingos.document.DownloadService;
import io.buildingos.document.RevisionView;
import io.buildingos.document.UploadService;
import io.buildingos.document.UploadView;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What a document held and holds. Announcing a revision gives an upload, which replaces it when it is registered. */
@Path("/documents/{document}/revisions")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class DocumentRevisionsResource {
    @Inject
    private DocumentService documents;

    @Inject
    private UploadService uploads;

    @Inject
    private DownloadService downloads;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    public Page<RevisionView> list(@PathParam("document") UUID document) {
        return documents.revisions(document, ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = UploadView.class)
    public Response announce(@PathParam("document") UUID document, @NotNull @Valid AnnounceRevision announced) {
        UploadView upload = uploads.announceRevision(document, announced);
        return Response.created(uri.getBaseUriBuilder()
                        .path("documents/uploads")
                        .path(upload.id().toString())
                        .build())
                .entity(upload)
                .build();
    }

    @GET
    @Path("/{revision}/content")
    @Produces(MediaType.WILDCARD)
    @Answers(status = 200, body = StreamingOutput.class)
    public Response content(@PathParam("document") UUID document, @PathParam("revision") UUID revision) {
        return FileAnswer.sent(headers, downloads, downloads.find(document, revision));
    }
}
