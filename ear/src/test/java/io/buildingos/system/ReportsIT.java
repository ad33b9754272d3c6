package io.buildingos.system;

import static io.buildingos.system.Neighbourhood.ticket;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class ReportsIT {
    @Test
    void financeAddsUpWhatIsChargedCollectedAndLate(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        late(home, home.unit(), "A", 1_000, 1);
        late(home, home.unit(), "B", 2_000, 30);
        late(home, home.unit(), "C", 4_000, 31);
        late(home, home.neighbourUnit(), "D", 8_000, 60);
        late(home, home.neighbourUnit(), "E", 16_000, 61);
        late(home, home.neighbourUnit(), "F", 32_000, 90);
        late(home, home.neighbourUnit(), "G", 64_000, 91);
        late(home, home.unitElsewhere(), "H", 128_000, 0);
        UUID canceled = late(home, home.unit(), "I", 777, 5);
        home.owner().post("/charges/" + canceled + "/cancel", "{\"reason\":\"Mistake\"}");
        Ledgers.approved(home.owner(), home.unit(), 500, "half");
        ValidatableResponse report = home.owner().get("/reports/finance").then().statusCode(200);
        report.body("asOf", equalTo(today().toString()), "currencies", hasSize(1));
        figure(report, "charged", 255_000);
        figure(report, "collected", 500);
        figure(report, "outstanding", 254_500);
        figure(report, "overdue.total", 126_500);
        figure(report, "overdue.upTo30", 3_000);
        figure(report, "overdue.from31To60", 11_500);
        figure(report, "overdue.from61To90", 48_000);
        figure(report, "overdue.over90", 64_000);
        report.body(
                "currencies[0].delinquentUnits",
                equalTo(2),
                "delinquentUnits.unitCode",
                contains("2", "1"),
                "delinquentUnits[1].overdue.total.amountMinor",
                equalTo(6_500),
                "currencies[0].collectionRate",
                equalTo((float) (500.0 / 255_000)));
    }

    @Test
    void financeKeepsToThePeriodAndTheBuilding(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        late(home, home.unit(), "A", 1_000, 40);
        late(home, home.unit(), "B", 2_000, 20);
        late(home, home.unitElsewhere(), "C", 4_000, 20);
        String lately = "/reports/finance?from=" + today().minusDays(20) + "&to=" + today();
        figure(home.owner().get(lately).then(), "charged", 6_000);
        figure(home.owner().get(lately + "&building=" + home.tower()).then(), "charged", 2_000);
        figure(home.operator().get(lately).then(), "charged", 2_000);
        ValidatableResponse outside = home.operator()
                .get(lately + "&building=" + home.elsewhere())
                .then()
                .statusCode(200);
        figure(outside, "charged", 0);
        outside.body("delinquentUnits", hasSize(0));
        home.resident().get("/reports/finance").then().statusCode(403);
        figure(Company.on(stack, "FREE").owner().get("/reports/finance").then(), "charged", 0);
        String strangers = "/reports/finance?building=" + home.tower();
        figure(Company.on(stack, "FREE").owner().get(strangers).then(), "charged", 0);
    }

    @Test
    void neverAddsCurrenciesUp(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        late(home, home.unit(), "A", 1_000, 3);
        home.company()
                .execute(
                        "update tenants set currency = 'JPY' where id = ?",
                        home.company().id());
        ValidatableResponse report = home.owner().get("/reports/finance").then().statusCode(200);
        report.body(
                "currencies.currency", contains("EUR", "JPY"), "currencies.charged.amountMinor", contains(1_000, 0));
    }

    @Test
    void ticketsAreCountedAndTimed(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        waited(home, home.ticket("Lift one"), 10, 100);
        waited(home, home.ticket("Lift two"), 20, 200);
        waited(home, home.ticket("Lift three"), 60, 600);
        home.ticket("Lift four");
        ticket(home.owner(), "Lift", "\"buildingId\":\"" + home.elsewhere() + "\",\"priority\":\"URGENT\"");
        ValidatableResponse report = home.owner().get("/reports/tickets").then().statusCode(200);
        report.body(
                "opened",
                equalTo(5),
                "byStatus.find { it.value == 'OPEN' }.tickets",
                equalTo(5),
                "byPriority.find { it.value == 'URGENT' }.tickets",
                equalTo(1),
                "byCategory.find { it.value == 'REPAIR' }.tickets",
                equalTo(5),
                "firstAnswer.tickets",
                equalTo(3),
                "firstAnswer.meanSeconds",
                equalTo(30.0f),
                "firstAnswer.medianSeconds",
                equalTo(20.0f),
                "resolution.meanSeconds",
                equalTo(300.0f),
                "resolution.medianSeconds",
                equalTo(200.0f));
        home.operator().get("/reports/tickets").then().body("opened", equalTo(4));
        home.operator()
                .get("/reports/tickets?building=" + home.elsewhere())
                .then()
                .body("opened", equalTo(0), "resolution.meanSeconds", nullValue());
        home.owner()
                .get("/reports/tickets?from=" + today().plusDays(1))
                .then()
                .body("opened", equalTo(0), "byStatus", hasSize(0));
    }

    @Test
    void monthsStandBesideEachOtherAlsoThoseWithoutAnything(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Ledgers.charge(home.owner(), home.unit(), "A", 1_000, "2024-12-31");
        Ledgers.charge(home.owner(), home.unit(), "B", 2_000, "2025-02-01");
        Ledgers.charge(home.owner(), home.unitElsewhere(), "C", 4_000, "2025-02-28");
        Ledgers.charge(home.owner(), home.unit(), "D", 8_000, "2025-03-01");
        Ledgers.approved(home.owner(), home.unit(), 500, "half");
        openedAt(home, home.ticket("Lift"), "2025-03-01T02:30:00Z");
        home.owner()
                .patch("/tenant", 0, "{\"timeZone\":\"America/Buenos_Aires\"}")
                .then()
                .statusCode(200);
        String winter = "/reports/monthly?from=2024-12-15&to=2025-02-03";
        String charged = "months.currencies.charged.amountMinor.flatten()";
        home.owner()
                .get(winter)
                .then()
                .statusCode(200)
                .body(
                        "months.period",
                        contains("2024-12", "2025-01", "2025-02"),
                        "months.currencies.currency.flatten()",
                        contains("EUR", "EUR", "EUR"),
                        charged,
                        contains(1_000, 0, 6_000),
                        "months.ticketsOpened",
                        contains(0, 0, 1));
        home.operator().get(winter).then().body(charged, contains(1_000, 0, 2_000));
        home.operator()
                .get(winter + "&building=" + home.elsewhere())
                .then()
                .body(charged, contains(0, 0, 0), "months.ticketsOpened", contains(0, 0, 0));
        home.owner()
                .get("/reports/monthly?from=2026-10-01&to=2026-10-01")
                .then()
                .body("months.currencies.collected.amountMinor.flatten()", contains(500));
        home.owner().get("/reports/monthly").then().body("months", hasSize(12));
        home.owner()
                .get("/reports/monthly?from=2022-12-31&to=2025-12-01")
                .then()
                .statusCode(400);
        home.resident().get("/reports/monthly").then().statusCode(403);
    }

    @Test
    void announcementsSayWhoHasReadThem(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String everybody = sent(home, "{\"kind\":\"TENANT\"}");
        String tower = sent(home, "{\"kind\":\"BUILDING\",\"buildingId\":\"" + home.tower() + "\"}");
        home.company()
                .execute(
                        "update announcement_receipts set read_at = now() where tenant_id = ? and user_id = ?",
                        home.company().id(),
                        home.resident().userId());
        home.owner()
                .get("/reports/announcements")
                .then()
                .statusCode(200)
                .body("sent", equalTo(2), "newest.id", contains(tower, everybody), "reach.read", equalTo(2));
        home.operator()
                .get("/reports/announcements")
                .then()
                .body("sent", equalTo(1), "newest.id", contains(tower), "reach.read", equalTo(1));
    }

    @Test
    void activityIsTheTenantsOrOnesOwn(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        home.ticket("Lift");
        ticket(home.operator(), "Door", "\"buildingId\":\"" + home.tower() + "\"");
        String opened = "acts.find { it.action == 'ticket.created' }.count";
        home.owner().get("/reports/activity").then().statusCode(200).body(opened, equalTo(2));
        home.operator()
                .get("/reports/activity")
                .then()
                .body(opened, equalTo(1), "acts.action", not(hasItem("building.created")));
    }

    @Test
    void refusesWhatIsNoPeriodAndNoBuilding(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        for (String query :
                List.of("from=x", "to=2026-13-01", "from=0001-01-01", "building=x", "from=2026-02-01&to=2026-01-31")) {
            owner.get("/reports/finance?" + query).then().statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        }
        owner.get("/reports/activity?from=2020-01-01&to=2026-01-01").then().statusCode(400);
    }

    private static UUID late(Neighbourhood home, UUID unit, String concept, long amount, int days) {
        return Ledgers.charge(
                home.owner(), unit, concept, amount, today().minusDays(days).toString());
    }

    private static void figure(ValidatableResponse report, String what, int amount) {
        report.statusCode(200).body("currencies[0]." + what + ".amountMinor", equalTo(amount));
    }

    private static void waited(Neighbourhood home, UUID ticket, int answered, int resolved) throws Exception {
        home.company()
                .execute(
                        "update tickets set first_answered_at = created_at + ? * interval '1 second',"
                                + " resolved_at = created_at + ? * interval '1 second' where id = ?",
                        answered,
                        resolved,
                        ticket);
    }

    private static void openedAt(Neighbourhood home, UUID ticket, String instant) throws Exception {
        home.company().execute("update tickets set created_at = cast(? as timestamptz) where id = ?", instant, ticket);
    }

    private static String sent(Neighbourhood home, String target) {
        UUID id = home.owner()
                .create(
                        "/announcements",
                        "{\"title\":\"Water\",\"body\":\"Off\",\"byEmail\":false,\"targets\":[" + target + "]}");
        home.owner().post("/announcements/" + id + "/send").then().statusCode(200);
        return id.toString();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }
}
