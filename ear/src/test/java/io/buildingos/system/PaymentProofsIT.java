package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What proves a payment: a document of the tenant's, kept as long as the payment is. */
@SystemTest
class PaymentProofsIT {
    @Test
    void aResidentsProofIsShownAndStays(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID proof = TestFiles.document(home.resident(), "transfer.pdf", "RECEIPT", "RESIDENTS", null, home.unit());
        Response submitted = pay(home.resident(), home.unit(), proof, 1);
        submitted.then().statusCode(201).body("proofDocumentId", equalTo(proof.toString()));
        home.owner().get("/payments/" + submitted.path("id")).then().body("proofDocumentId", equalTo(proof.toString()));
        home.owner().get("/documents/" + proof).then().statusCode(200);
        home.owner().delete("/documents/" + proof, 0).then().statusCode(409).body("code", equalTo("CONFLICT"));
        home.owner().get("/documents/" + proof).then().statusCode(200);
        Ledgers.pay(home.resident(), home.unit(), 2, "without")
                .then()
                .statusCode(201)
                .body("proofDocumentId", nullValue());
    }

    @Test
    void whatThePayerDoesntSeeOrAnotherUnitHasProvesNothing(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor owner = home.owner();
        UUID neighbours = TestFiles.document(owner, "a.pdf", "RECEIPT", "RESIDENTS", null, home.neighbourUnit());
        UUID elsewheres = TestFiles.document(owner, "b.pdf", "OTHER", "RESIDENTS", home.elsewhere(), null);
        UUID staffs = TestFiles.document(owner, "c.pdf", "OTHER", "ADMINS", home.tower(), null);
        UUID strangers =
                TestFiles.document(Company.on(stack, "PRO").owner(), "d.pdf", "OTHER", "RESIDENTS", null, null);
        for (UUID hidden : new UUID[] {neighbours, elsewheres, staffs, strangers, UUID.randomUUID()}) {
            pay(home.resident(), home.unit(), hidden, 1).then().statusCode(404);
        }
        for (UUID others : new UUID[] {neighbours, elsewheres}) {
            pay(owner, home.unit(), others, 1)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("proofDocumentId"));
        }
        pay(owner, home.unit(), strangers, 1).then().statusCode(404);
        pay(owner, home.unit(), staffs, 1).then().statusCode(201);
    }

    private static Response pay(Actor actor, UUID unit, UUID proof, long amount) {
        String plain = Ledgers.payment(unit, amount, "x", false);
        return actor.pay("/payments", plain.replaceFirst("\\{", "{\"proofDocumentId\":\"" + proof + "\","));
    }
}
