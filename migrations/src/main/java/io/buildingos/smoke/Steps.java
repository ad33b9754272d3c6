package io.buildingos.smoke;

import static io.buildingos.smoke.Account.Kind.MEMBER;
import static io.buildingos.smoke.Account.Kind.RESIDENT;
import static io.buildingos.smoke.Account.Kind.STRANGER;
import static io.buildingos.smoke.Account.Kind.SUPER_ADMIN;
import static io.buildingos.smoke.Step.open;
import static io.buildingos.smoke.Step.reading;
import static io.buildingos.smoke.Step.writing;

import java.util.List;
import java.util.stream.Stream;

/** The steps, in the order in which they are tried: what every installation has, a day's work, the platform. */
final class Steps {
    static final List<Step> ALL = Stream.of(basics(), Household.STEPS, Books.STEPS, platform())
            .flatMap(List::stream)
            .toList();

    private Steps() {}

    private static List<Step> basics() {
        return List.of(
                open("health", Steps::health),
                open("ready", Steps::ready),
                open("about", Steps::about),
                reading("log in", MEMBER, visit -> logIn(visit, MEMBER)),
                reading("read buildings", MEMBER, visit -> read(visit, "/api/v1/buildings?limit=1", MEMBER)),
                reading("read own company", MEMBER, visit -> read(visit, "/api/v1/tenant", MEMBER)),
                reading("log in as resident", RESIDENT, visit -> logIn(visit, RESIDENT)),
                reading("log in as another company", STRANGER, visit -> logIn(visit, STRANGER)),
                reading("refuse what is no resident's", RESIDENT, Steps::refuseResident),
                reading("run the reports", MEMBER, Steps::runReports));
    }

    private static List<Step> platform() {
        return List.of(
                reading("log in as super admin", SUPER_ADMIN, visit -> logIn(visit, SUPER_ADMIN)),
                reading(
                        "read companies",
                        SUPER_ADMIN,
                        visit -> read(visit, "/api/v1/platform/tenants?limit=1", SUPER_ADMIN)),
                writing("create a company", SUPER_ADMIN, Steps::createTenant));
    }

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

    private static String refuseResident(Visit visit) throws Step.Failure {
        visit.refused("GET", "/api/v1/members?limit=1", null, RESIDENT);
        visit.refused("GET", "/api/v1/platform/tenants?limit=1", null, RESIDENT);
        return visit.refused(
                "POST", "/api/v1/buildings", "{\"name\":\"" + visit.mark + "\",\"address\":\"\"}", RESIDENT);
    }

    private static String runReports(Visit visit) throws Step.Failure {
        String refused = null;
        for (String report : List.of("finance", "tickets", "announcements", "activity")) {
            visit.get("/api/v1/reports/" + report, MEMBER).expecting(200);
            refused = visit.refused("GET", "/api/v1/reports/" + report, null, RESIDENT);
        }
        return refused;
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
