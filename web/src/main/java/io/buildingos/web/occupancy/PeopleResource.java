package io.buildingos.web.occupancy;

import io.buildingos.kernel.Page;
import io.buildingos.occupancy.DescribePerson;
import io.buildingos.occupancy.OccupancyService;
import io.buildingos.occupancy.OccupancyView;
import io.buildingos.occupancy.PersonService;
import io.buildingos.occupancy.PersonView;
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

/** The directory of people, and where each has been. */
@Path("/people")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PeopleResource {
    @Inject
    private PersonService people;

    @Inject
    private OccupancyService occupancies;

    @Context
    private UriInfo uri;

    @GET
    public Page<PersonView> list() {
        return people.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = PersonView.class)
    public Response register(@NotNull @Valid DescribePerson description) {
        PersonView person = people.register(description);
        return Created.in(uri, person.id(), person);
    }

    @GET
    @Path("/{person}")
    public PersonView get(@PathParam("person") UUID person) {
        return people.get(person);
    }

    @PATCH
    @Path("/{person}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public PersonView describe(
            @PathParam("person") UUID person,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribePerson.class) MergePatch patch) {
        DescribePerson present = people.get(person).description();
        return people.describe(person, IfMatch.required(version), patch.onto(present, DescribePerson.class));
    }

    @POST
    @Path("/{person}/archive")
    public PersonView archive(@PathParam("person") UUID person) {
        return people.archive(person);
    }

    @POST
    @Path("/{person}/restore")
    public PersonView restore(@PathParam("person") UUID person) {
        return people.restore(person);
    }

    @GET
    @Path("/{person}/occupancies")
    public Page<OccupancyView> occupancies(@PathParam("person") UUID person) {
        return occupancies.ofPerson(person, ListQuery.of(uri));
    }
}
