package io.buildingos.web.document;

import io.buildingos.document.DownloadService;
import io.buildingos.document.StoredFile;
import io.buildingos.web.kernel.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;

/** The bytes of what a document shows, whole or in part. */
@Path("/documents/{document}/content")
@ApplicationScoped
public class DocumentContentResource {
    @Inject
    private DownloadService downloads;

    @Context
    private HttpHeaders headers;

    @GET
    @Produces(MediaType.WILDCARD)
    @Answers(status = 200, body = StreamingOutput.class)
    public Response content(@PathParam("document") UUID document) {
        return FileAnswer.sent(headers, downloads, downloads.find(document, null));
    }

    @HEAD
    @Produces(MediaType.WILDCARD)
    @Answers(status = 200)
    public Response look(@PathParam("document") UUID document) {
        StoredFile file = downloads.find(document, null);
        return FileAnswer.to(headers, file).head();
    }
}
