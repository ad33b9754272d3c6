package io.buildingos.smoke;

import static io.buildingos.smoke.Account.Kind.MEMBER;
import static io.buildingos.smoke.Account.Kind.SUPER_ADMIN;
import static io.buildingos.smoke.Step.open;
import static io.buildingos.smoke.Step.reading;
import static io.buildingos.smoke.Step.writing;

import java.util.List;

/** The steps, in the order in which they are tried. A new feature adds its own at the end of its group. */
final class Steps {
    static final List<Step> ALL = List.of(
            open("health", Steps::health),
            open("ready", Steps::ready),
            open("about", Steps::about),
            reading("log in", MEMBER, visit -> logIn(visit, MEMBER)),
            reading("read buildings", MEMBER, visit -> read(visit, "/api/v1/buildings?limit=1", MEMBER)),
            reading("read own company", MEMBER, visit -> read(visit, "/api/v1/tenant", MEMBER)),
            writing("create a building", MEMBER, Steps::createBuilding),
            writing("create a unit", MEMBER, Steps::createUnit),
            reading("log in as super admin", SUPER_ADMIN, visit -> logIn(visit, SUPER_ADMIN)),
            reading(
                    "read companies",
                    SUPER_ADMIN,
                    visit -> read(visit, "/api/v1/platform/tenants?limit=1", SUPER_ADMIN)),
            writing("create a company", SUPER_ADMIN, Steps::createTenant));

    private Steps() {}

    private static String health(Visit visit) throws Step.Failure {
        String status = visit.get("/health", null).expecting(200).text("status");
        if (!status.equals("ok")) {
            throw new Step.Failure("GET /health says " + status);
        }
        return null;
    }

    private static String ready(Visit visit) throws Step.Failure {
        String status = visit.get("/ready", null).expecting(200).text("status");
        return status.equals("ready") ? null : status + ": storage or mail is down, see /ready";
    }

    private static String about(Visit visit) throws Step.Failure {
        Answer about = visit.get("/api/v1/about", null).expecting(200);
        return about.text("version") + ", schema " + about.text("schemaVersion");
    }

    private static String logIn(Visit visit, Account.Kind kind) throws Step.Failure {
        visit.logIn(kind);
        return null;
    }

    private static String read(Visit visit, String path, Account.Kind kind) throws Step.Failure {
        visit.get(path, kind).expecting(200);
        return null;
    }

    /** A building with units has a history and is archived, never deleted. */
    private static String createBuilding(Visit visit) throws Step.Failure {
        String body = "{\"name\":\"" + visit.mark + "\",\"address\":\"made by the smoke test\"}";
        String id = visit.send("POST", "/api/v1/buildings", MEMBER, body)
                .expecting(201)
                .text("id");
        visit.remember("building", id);
        visit.cleanup("archive the building", MEMBER, there -> {
            there.send("POST", "/api/v1/buildings/" + id + "/archive", MEMBER, null)
                    .expecting(200);
            return null;
        });
        return null;
    }

    private static String createUnit(Visit visit) throws Step.Failure {
        String units = "/api/v1/buildings/" + visit.made("building") + "/units";
        String body = "{\"code\":\"1A\",\"type\":\"APARTMENT\",\"billable\":false}";
        String id = visit.send("POST", units, MEMBER, body).expecting(201).text("id");
        visit.remember("unit", id);
        String code = visit.get("/api/v1/units/" + id, MEMBER).expecting(200).text("code");
        if (!code.equals("1A")) {
            throw new Step.Failure("the unit has become " + code);
        }
        return null;
    }

    private static String createTenant(Visit visit) throws Step.Failure {
        String body =
                "{\"name\":\"" + visit.mark + "\",\"slug\":\"" + visit.mark + "\",\"type\":\"MANAGEMENT_COMPANY\","
                        + "\"currency\":\"EUR\",\"locale\":\"en\",\"timeZone\":\"UTC\",\"plan\":\"FREE\",\"ownerEmail\":\""
                        + visit.mark + "@example.com\"}";
        String id = visit.send("POST", "/api/v1/platform/tenants", SUPER_ADMIN, body)
                .expecting(201)
                .text("id");
        visit.cleanup("close the company", SUPER_ADMIN, there -> {
            there.send("POST", "/api/v1/platform/tenants/" + id + "/close", SUPER_ADMIN, null)
                    .expecting(200);
            return null;
        });
        return null;
    }
}
