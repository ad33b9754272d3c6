package io.buildingos.web.notification;

import io.buildingos.kernel.Page;
import io.buildingos.notification.NotificationService;
import io.buildingos.notification.NotificationService.Preferences;
import io.buildingos.notification.NotificationService.Unread;
import io.buildingos.notification.NotificationView;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** One's own feed in the active tenant, and what one wants in it. */
@Path("/notifications")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class NotificationsResource {
    @Inject
    private NotificationService notifications;

    @Context
    private UriInfo uri;

    @GET
    public Page<NotificationView> list() {
        return notifications.list(ListQuery.of(uri));
    }

    @GET
    @Path("/unread-count")
    public Unread unread() {
        return notifications.unread();
    }

    @POST
    @Path("/read-all")
    public void readAll() {
        notifications.readAll();
    }

    @POST
    @Path("/{notification}/read")
    public NotificationView read(@PathParam("notification") UUID notification) {
        return notifications.read(notification);
    }

    @GET
    @Path("/preferences")
    public Preferences preferences() {
        return notifications.preferences();
    }

    @PUT
    @Path("/preferences")
    public Preferences prefer(@NotNull @Valid Preferences wanted) {
        return notifications.prefer(wanted);
    }
}
