package io.buildingos.smoke;

import static io.buildingos.smoke.Account.Kind.MEMBER;
import static io.buildingos.smoke.Account.Kind.RESIDENT;
import static io.buildingos.smoke.Account.Kind.STRANGER;
import static io.buildingos.smoke.Step.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A building, who lives there, a paper and a wish of theirs. */
final class Household {
    static final List<Step> STEPS = List.of(
            writing("create a building", MEMBER, Household::createBuilding),
            writing("create units", MEMBER, Household::createUnits),
            writing("add an occupant", RESIDENT, Household::addOccupant),
            writing("upload a document", MEMBER, Household::upload),
            writing("download it", MEMBER, Household::download),
            writing("open a ticket", MEMBER, Household::openTicket),
            writing("close it", MEMBER, Household::closeTicket));

    /** Small, and what its name says. */
    static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private Household() {}

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
        return visit.refused("GET", "/api/v1/buildings/" + id, null, RESIDENT, STRANGER);
    }

    /** Two, of which one has three fifths of everything. */
    private static String createUnits(Visit visit) throws Step.Failure {
        String units = "/api/v1/buildings/" + visit.made("building") + "/units";
        String second = unit("1B");
        String id = visit.send("POST", units, MEMBER, unit("1A")).expecting(201).text("id");
        visit.remember("unit", id);
        String other = visit.send("POST", units, MEMBER, second).expecting(201).text("id");
        String shares = "{\"shares\":{\"" + id + "\":\"0.6\",\"" + other + "\":\"0.4\"}}";
        String address = "/api/v1/buildings/" + visit.made("building") + "/shares";
        visit.send("PUT", address, MEMBER, shares).expecting(200);
        String code = visit.get("/api/v1/units/" + id, MEMBER).expecting(200).text("code");
        if (!code.equals("1A")) {
            throw new Step.Failure("the unit has become " + code);
        }
        visit.refused("GET", "/api/v1/units/" + id, null, RESIDENT, STRANGER);
        visit.refused("PUT", address, shares, RESIDENT, STRANGER);
        return visit.refused("POST", units, second, RESIDENT, STRANGER);
    }

    private static String unit(String code) {
        return "{\"code\":\"" + code + "\",\"type\":\"APARTMENT\",\"billable\":true}";
    }

    /** The resident, whom the company's directory knows already or gets to know. Since yesterday, and until then only. */
    private static String addOccupant(Visit visit) throws Step.Failure {
        String unit = visit.made("unit");
        String person = person(visit);
        Answer tenant = visit.get("/api/v1/tenant", MEMBER).expecting(200);
        visit.remember("currency", tenant.text("currency"));
        LocalDate yesterday =
                LocalDate.now(Clock.system(ZoneId.of(tenant.text("timeZone")))).minusDays(1);
        String body = "{\"personId\":\"" + person + "\",\"role\":\"RESIDENT\",\"primary\":true,\"from\":\"" + yesterday
                + "\"}";
        String occupancies = "/api/v1/units/" + unit + "/occupancies";
        String id = visit.send("POST", occupancies, MEMBER, body).expecting(201).text("id");
        visit.cleanup("end the occupancy", MEMBER, there -> {
            there.send("POST", "/api/v1/occupancies/" + id + "/end", MEMBER, "{\"on\":\"" + yesterday + "\"}")
                    .expecting(200);
            return null;
        });
        visit.logInAnew(RESIDENT);
        visit.get("/api/v1/units/" + unit, RESIDENT).expecting(200);
        return visit.refused("POST", occupancies, body, RESIDENT, STRANGER);
    }

    private static String person(Visit visit) throws Step.Failure {
        Answer me = visit.get("/api/v1/auth/me", RESIDENT).expecting(200);
        String user = me.text("id");
        List<String> known = visit.get("/api/v1/people?archived=false&userId=" + user, MEMBER)
                .expecting(200)
                .texts("id");
        if (!known.isEmpty()) {
            return known.get(0);
        }
        String id = visit.send(
                        "POST",
                        "/api/v1/people",
                        MEMBER,
                        "{\"name\":\"" + visit.mark + "\",\"userId\":\"" + user + "\"}")
                .expecting(201)
                .text("id");
        visit.cleanup("archive the person", MEMBER, there -> {
            there.send("POST", "/api/v1/people/" + id + "/archive", MEMBER, null)
                    .expecting(200);
            return null;
        });
        return id;
    }

    /** Announced, put into the store at the address that comes back, registered. */
    static String uploaded(Visit visit, Account.Kind as, String category, String unit) throws Step.Failure {
        String body = "{\"fileName\":\"" + visit.mark + ".pdf\",\"contentType\":\"application/pdf\",\"size\":"
                + PDF.length() + ",\"category\":\"" + category + "\",\"visibility\":\"RESIDENTS\",\"unitId\":\"" + unit
                + "\"}";
        Answer upload =
                visit.send("POST", "/api/v1/documents/uploads", as, body).expecting(201);
        visit.put(upload.text("url"), "application/pdf", PDF).expecting(200);
        return visit.send("POST", "/api/v1/documents/uploads/" + upload.text("id") + "/register", as, null)
                .expecting(201)
                .text("id");
    }

    private static String upload(Visit visit) throws Step.Failure {
        String id = uploaded(visit, MEMBER, "RULES", visit.made("unit"));
        visit.remember("document", id);
        String document = "/api/v1/documents/" + id;
        visit.cleanup("delete the document", MEMBER, there -> {
            Answer present = there.get(document, MEMBER).expecting(200);
            there.send("DELETE", document, MEMBER, null, present.entityTag()).expecting(204);
            return null;
        });
        return visit.refused("GET", document, null, STRANGER);
    }

    private static String download(Visit visit) throws Step.Failure {
        String content = "/api/v1/documents/" + visit.made("document") + "/content";
        if (!visit.get(content, MEMBER).expecting(200).body().equals(PDF)) {
            throw new Step.Failure("GET " + content + " isn't what was uploaded");
        }
        return visit.refused("GET", content, null, STRANGER);
    }

    private static String openTicket(Visit visit) throws Step.Failure {
        Account.Kind opener = visit.isLoggedIn(RESIDENT) ? RESIDENT : MEMBER;
        String body = "{\"unitId\":\"" + visit.made("unit") + "\",\"title\":\"" + visit.mark
                + "\",\"description\":\"made by the smoke test\",\"category\":\"OTHER\"}";
        String id = visit.send("POST", "/api/v1/tickets", opener, body)
                .expecting(201)
                .text("id");
        visit.remember("ticket", id);
        visit.refused("POST", "/api/v1/tickets", body, STRANGER);
        return visit.refused("GET", "/api/v1/tickets/" + id, null, STRANGER);
    }

    private static String closeTicket(Visit visit) throws Step.Failure {
        String transition = "/api/v1/tickets/" + visit.made("ticket") + "/transition";
        String refused = visit.refused("POST", transition, "{\"to\":\"CLOSED\"}", RESIDENT, STRANGER);
        for (String status : List.of("IN_PROGRESS", "RESOLVED", "CLOSED")) {
            visit.send("POST", transition, MEMBER, "{\"to\":\"" + status + "\"}")
                    .expecting(200)
                    .holding("\"" + status + "\"");
        }
        return refused;
    }
}
