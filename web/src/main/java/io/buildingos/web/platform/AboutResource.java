package io.buildingos.web.platform;

import io.buildingos.platform.BuildInfo;
import io.buildingos.platform.SchemaState;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What runs here, for whoever reports a problem with it. */
@Path("/about")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class AboutResource {
    @Inject
    private SchemaState schema;

    @GET
    @Public
    public About about() {
        BuildInfo build = BuildInfo.get();
        return new About(
                build.version(),
                build.commit(),
                build.builtAt(),
                schema.version().orElse(null));
    }

    /** @param schemaVersion of the newest applied migration; null in an empty database */
    public record About(String version, String commit, String builtAt, String schemaVersion) {}
}
