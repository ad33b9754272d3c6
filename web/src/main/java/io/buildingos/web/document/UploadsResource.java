package io.buildingos.web.document;

import io.buildingos.document.AnnounceUpload;
import io.buildingos.document.DocumentView;
import io.buildingos.document.UploadService;
import io.buildingos.document.UploadView;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;

/** Files on their way in: announce one, put its bytes, register it as a document. */
@Path("/documents/uploads")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class UploadsResource {
    @Inject
    private UploadService uploads;

    @Context
    private UriInfo uri;

    @POST
    @Answers(status = 201, body = UploadView.class)
    public Response announce(@NotNull @Valid AnnounceUpload announced) {
        UploadView upload = uploads.announce(announced);
        return Created.in(uri, upload.id(), upload);
    }

    /** For clients that don't reach the store itself. */
    @PUT
    @Path("/{upload}/content")
    @Consumes(MediaType.WILDCARD)
    public void receive(@PathParam("upload") UUID upload, @Context HttpHeaders headers, InputStream body) {
        // As text: getLength() knows no file above 2 GiB.
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        uploads.receive(upload, length == null ? -1 : Long.parseLong(length), body);
    }

    @POST
    @Path("/{upload}/register")
    @Answers(status = 201, body = DocumentView.class)
    public Response register(@PathParam("upload") UUID upload) {
        DocumentView document = uploads.register(upload);
        return Response.created(uri.getBaseUriBuilder()
                        .path("documents")
                        .path(document.id().toString())
                        .build())
                .entity(document)
                .build();
    }
}
