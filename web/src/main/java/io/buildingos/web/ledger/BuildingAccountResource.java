package io.buildingos.web.ledger;

import io.buildingos.ledger.BalanceService;
import io.buildingos.ledger.BalanceView;
import io.buildingos.web.kernel.ApiMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;

/** What the units of a building owe together. */
@Path("/buildings/{building}/account")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class BuildingAccountResource {
    @Inject
    private BalanceService balances;

    @GET
    public BalanceView balance(@PathParam("building") UUID building) {
        return balances.ofBuilding(building);
    }
}
