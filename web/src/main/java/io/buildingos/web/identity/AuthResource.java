package io.buildingos.web.identity;

import io.buildingos.identity.LoggedIn;
import io.buildingos.identity.LoginService;
import io.buildingos.identity.LoginService.LogIn;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Public;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Logging in and out. */
@Path("/auth")
@RequestScoped
@Produces(ApiMedia.JSON)
public class AuthResource {
    @Inject
    private LoginService loginService;

    @POST
    @Path("/login")
    @Public
    public LoggedIn login(@NotNull @Valid LogIn attempt) {
        return loginService.login(attempt);
    }
}
