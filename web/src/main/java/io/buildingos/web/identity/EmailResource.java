package io.buildingos.web.identity;

import io.buildingos.identity.EmailVerificationService;
import io.buildingos.identity.EmailVerificationService.VerifyEmail;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Proving that an address is one's own. */
@Path("/auth/email")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class EmailResource {
    @Inject
    private EmailVerificationService verification;

    @POST
    @Path("/verify")
    @Public
    public void verify(@NotNull @Valid VerifyEmail request) {
        verification.verify(request);
    }

    @POST
    @Path("/verification")
    @Answers(status = 202)
    public Response sendAgain() {
        verification.sendAgain();
        return Response.accepted().build();
    }
}
