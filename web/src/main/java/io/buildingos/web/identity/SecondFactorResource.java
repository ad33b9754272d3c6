package io.buildingos.web.identity;

import io.buildingos.identity.Enrolment;
import io.buildingos.identity.SecondFactorService;
import io.buildingos.identity.SecondFactorService.Confirmation;
import io.buildingos.identity.SecondFactorService.Disabling;
import io.buildingos.identity.SecondFactorService.Proof;
import io.buildingos.identity.SecondFactorService.RecoveryCodes;
import io.buildingos.web.kernel.ApiMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** One's own second factor. */
@Path("/auth/totp")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class SecondFactorResource {
    @Inject
    private SecondFactorService secondFactor;

    @POST
    public Enrolment enrol(@NotNull @Valid Proof proof) {
        return secondFactor.enrol(proof);
    }

    @POST
    @Path("/confirm")
    public RecoveryCodes confirm(@NotNull @Valid Confirmation confirmation) {
        return secondFactor.confirm(confirmation);
    }

    @DELETE
    public void disable(@NotNull @Valid Disabling proof) {
        secondFactor.disable(proof);
    }
}
