package io.buildingos.web.identity;

import io.buildingos.identity.PasswordService;
import io.buildingos.identity.PasswordService.ChangePassword;
import io.buildingos.identity.PasswordService.ForgotPassword;
import io.buildingos.identity.PasswordService.ResetPassword;
import io.buildingos.kernel.RateLimit;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Public;
import io.buildingos.web.kernel.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Changing a password, known or forgotten. */
@Path("/auth/password")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PasswordResource {
    @Inject
    private PasswordService passwords;

    @POST
    public void change(@NotNull @Valid ChangePassword request) {
        passwords.change(request);
    }

    /** Accepted, whoever asks for whatever address. */
    @POST
    @Path("/forgot")
    @Public
    @RateLimited(RateLimit.PASSWORD_RESET)
    @Answers(status = 202)
    public Response forgot(@NotNull @Valid ForgotPassword request) {
        passwords.forgot(request);
        return Response.accepted().build();
    }

    @POST
    @Path("/reset")
    @Public
    @RateLimited(RateLimit.PASSWORD_RESET)
    public void reset(@NotNull @Valid ResetPassword request) {
        passwords.reset(request);
    }
}
