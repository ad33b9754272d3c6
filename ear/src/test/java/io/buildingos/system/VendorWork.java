package io.buildingos.system;

import io.restassured.response.Response;
import java.util.UUID;

/** Vendors, and what is asked and ordered of them. */
final class VendorWork {
    private VendorWork() {}

    static UUID vendor(Actor actor, String name) {
        return actor.create("/vendors", "{\"name\":\"%s\"}", name);
    }

    static Response serve(Actor actor, UUID vendor, UUID building, String services) {
        return actor.put("/vendors/" + vendor + "/services/" + building, "{\"services\":" + services + "}");
    }

    static Response work(Actor actor, String path, UUID vendor, UUID building, String more) {
        return actor.post(
                path,
                "{\"vendorId\":\"%s\",\"buildingId\":\"%s\",\"description\":\"Paint it\"" + more + "}",
                vendor,
                building);
    }

    static String id(Response created) {
        return created.then().statusCode(201).extract().path("id");
    }
}
