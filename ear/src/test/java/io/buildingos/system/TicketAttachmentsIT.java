package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Documents of tickets, and who attaches, sees and detaches them. */
@SystemTest
class TicketAttachmentsIT {
    @Test
    void residentsAttachWhatIsTheirsAndStaffDetaches(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID ticket = Neighbourhood.ticket(home.resident(), "Leak", "\"unitId\":\"" + home.unit() + "\"");
        String path = "/tickets/" + ticket + "/attachments";
        UUID photo = TestFiles.document(home.resident(), "leak.pdf", "OTHER", "RESIDENTS", null, home.unit());
        UUID internal = TestFiles.document(home.owner(), "offer.pdf", "OTHER", "ADMINS", home.tower(), null);
        attach(home.resident(), ticket, photo).then().statusCode(201).body("id", equalTo(photo.toString()));
        attach(home.resident(), ticket, photo).then().statusCode(409).body("code", equalTo("ALREADY_ATTACHED"));
        attach(home.operator(), ticket, internal).then().statusCode(201);
        home.operator().get(path).then().body("items.id", contains(photo.toString(), internal.toString()));
        home.resident().get(path).then().body("items.id", contains(photo.toString()));
        home.owner().delete("/documents/" + photo, 0).then().statusCode(409);
        home.resident().delete(path + "/" + photo, 0).then().statusCode(403);
        home.operator().delete(path + "/" + photo, 0).then().statusCode(204);
        home.operator().delete(path + "/" + photo, 0).then().statusCode(404);
        home.owner().delete("/documents/" + photo, 0).then().statusCode(204);
    }

    @Test
    void nothingOfAnotherUnitBuildingOrTenantIsAttached(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor owner = home.owner();
        UUID ticket = Neighbourhood.ticket(owner, "Leak", "\"unitId\":\"" + home.unit() + "\"");
        UUID neighbours = TestFiles.document(owner, "a.pdf", "OTHER", "RESIDENTS", null, home.neighbourUnit());
        UUID elsewheres = TestFiles.document(owner, "b.pdf", "OTHER", "RESIDENTS", home.elsewhere(), null);
        Actor stranger = Company.on(stack, "PRO").owner();
        UUID strangers = TestFiles.document(stranger, "c.pdf", "OTHER", "RESIDENTS", null, null);
        attach(home.resident(), ticket, neighbours).then().statusCode(404);
        attach(owner, ticket, neighbours).then().statusCode(422).body("violations[0].field", equalTo("documentId"));
        attach(owner, ticket, elsewheres).then().statusCode(422);
        attach(owner, ticket, strangers).then().statusCode(404);
        attach(stranger, ticket, strangers).then().statusCode(404);
        UUID theirs = Neighbourhood.ticket(owner, "Noise", "\"unitId\":\"" + home.neighbourUnit() + "\"");
        UUID own = TestFiles.document(home.resident(), "d.pdf", "OTHER", "RESIDENTS", null, home.unit());
        attach(home.resident(), theirs, own).then().statusCode(404);
        home.resident().get("/tickets/" + theirs + "/attachments").then().statusCode(404);
        stranger.get("/tickets/" + ticket + "/attachments").then().statusCode(404);
        owner.get("/tickets/" + ticket + "/attachments").then().body("items", hasSize(0));
    }

    private static Response attach(Actor actor, UUID ticket, UUID document) {
        return actor.post("/tickets/" + ticket + "/attachments", "{\"documentId\":\"%s\"}", document);
    }
}
