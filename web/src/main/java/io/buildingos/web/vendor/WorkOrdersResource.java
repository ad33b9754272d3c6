package io.buildingos.web.vendor;

import io.buildingos.kernel.Page;
import io.buildingos.vendor.CompleteWorkOrder;
import io.buildingos.vendor.GiveReason;
import io.buildingos.vendor.OpenWorkOrder;
import io.buildingos.vendor.WorkOrderService;
import io.buildingos.vendor.WorkOrderView;
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

/** What vendors are to do. */
@Path("/work-orders")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class WorkOrdersResource {
    @Inject
    private WorkOrderService workOrders;

    @Context
    private UriInfo uri;

    @GET
    public Page<WorkOrderView> list() {
        return workOrders.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = WorkOrderView.class)
    public Response open(@NotNull @Valid OpenWorkOrder command) {
        WorkOrderView order = workOrders.open(command);
        return Created.in(uri, order.id(), order);
    }

    @GET
    @Path("/{order}")
    public WorkOrderView get(@PathParam("order") UUID order) {
        return workOrders.get(order);
    }

    @POST
    @Path("/{order}/start")
    public WorkOrderView start(@PathParam("order") UUID order) {
        return workOrders.start(order);
    }

    @POST
    @Path("/{order}/complete")
    public WorkOrderView complete(@PathParam("order") UUID order, @NotNull @Valid CompleteWorkOrder command) {
        return workOrders.complete(order, command);
    }

    @POST
    @Path("/{order}/cancel")
    public WorkOrderView cancel(@PathParam("order") UUID order, @NotNull @Valid GiveReason why) {
        return workOrders.cancel(order, why);
    }
}
