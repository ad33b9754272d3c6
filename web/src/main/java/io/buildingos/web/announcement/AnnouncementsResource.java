package io.buildingos.web.announcement;

import io.buildingos.announcement.AnnouncementSendingService;
import io.buildingos.announcement.AnnouncementService;
import io.buildingos.announcement.AnnouncementView;
import io.buildingos.announcement.DescribeAnnouncement;
import io.buildingos.announcement.ReachView;
import io.buildingos.announcement.ReceiptService;
import io.buildingos.announcement.ReceiptView;
import io.buildingos.announcement.ScheduleAnnouncement;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.MergePatch;
import io.buildingos.web.kernel.Patches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What is announced, as far as the caller writes or received it. */
@Path("/announcements")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class AnnouncementsResource {
    @Inject
    private AnnouncementService announcements;

    @Inject
    private AnnouncementSendingService sending;

    @Inject
    private ReceiptService receipts;

    @Context
    private UriInfo uri;

    @GET
    public Page<AnnouncementView> list() {
        return announcements.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = AnnouncementView.class)
    public Response draft(@NotNull @Valid DescribeAnnouncement description) {
        AnnouncementView announcement = announcements.draft(description);
        return Created.in(uri, announcement.id(), announcement);
    }

    @GET
    @Path("/{announcement}")
    public AnnouncementView get(@PathParam("announcement") UUID announcement) {
        return announcements.get(announcement);
    }

    @PATCH
    @Path("/{announcement}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public AnnouncementView describe(
            @PathParam("announcement") UUID announcement,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeAnnouncement.class) MergePatch patch) {
        DescribeAnnouncement present = announcements.description(announcement);
        return announcements.describe(
                announcement, IfMatch.required(version), patch.onto(present, DescribeAnnouncement.class));
    }

    @DELETE
    @Path("/{announcement}")
    public void delete(
            @PathParam("announcement") UUID announcement, @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version) {
        announcements.delete(announcement, IfMatch.required(version));
    }

    @POST
    @Path("/{announcement}/send")
    public AnnouncementView send(@PathParam("announcement") UUID announcement) {
        return sending.send(announcement);
    }

    @POST
    @Path("/{announcement}/schedule")
    public AnnouncementView schedule(
            @PathParam("announcement") UUID announcement, @NotNull @Valid ScheduleAnnouncement command) {
        return sending.schedule(announcement, command);
    }

    @POST
    @Path("/{announcement}/take-back")
    public AnnouncementView takeBack(@PathParam("announcement") UUID announcement) {
        return sending.takeBack(announcement);
    }

    @POST
    @Path("/{announcement}/read")
    public AnnouncementView read(@PathParam("announcement") UUID announcement) {
        return receipts.read(announcement);
    }

    @GET
    @Path("/{announcement}/receipts")
    public Page<ReceiptView> receipts(@PathParam("announcement") UUID announcement) {
        return receipts.list(announcement, ListQuery.of(uri));
    }

    @GET
    @Path("/{announcement}/reach")
    public ReachView reach(@PathParam("announcement") UUID announcement) {
        return receipts.reach(announcement);
    }
}
