package io.buildingos.smoke;

import static io.buildingos.smoke.Account.Kind.MEMBER;
import static io.buildingos.smoke.Account.Kind.RESIDENT;
import static io.buildingos.smoke.Account.Kind.STRANGER;
import static io.buildingos.smoke.Step.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What the building's units owe, what the resident pays, and the papers of it. Taken back in the end, to the cent. */
final class Books {
    static final List<Step> STEPS = List.of(
            writing("charge a building by shares", MEMBER, Books::charge),
            writing("pay with proof", RESIDENT, Books::pay),
            writing("approve the payment", MEMBER, Books::approve),
            writing("read the receipt", RESIDENT, Books::readReceipt),
            writing("read the statement", MEMBER, Books::readStatement));

    /** Three fifths of it end in six tenths of a minor unit, and the rest goes there. */
    private static final long TOTAL = 10_001;

    private static final long FIRST = 6_001;
    private static final long SECOND = 4_000;

    private Books() {}

    private static String charge(Visit visit) throws Step.Failure {
        String building = visit.made("building");
        String currency = visit.get("/api/v1/tenant", MEMBER).expecting(200).text("currency");
        LocalDate today = LocalDate.now(Clock.systemUTC());
        String body = "{\"period\":\"" + today.toString().substring(0, 7) + "\",\"type\":\"COMMON\",\"concept\":\""
                + visit.mark + "\",\"dueOn\":\"" + today + "\",\"total\":" + money(TOTAL, currency) + "}";
        String charges = "/api/v1/buildings/" + building + "/charges";
        Answer posted = visit.send("POST", charges, MEMBER, body);
        if (posted.status() == 403 && posted.body().contains("FEATURE_NOT_AVAILABLE")) {
            throw new Step.NotTried("the company's plan charges units one by one");
        }
        posted.expecting(201).holding("\"amountMinor\":" + FIRST).holding("\"amountMinor\":" + SECOND);
        visit.remember("charge", currency);
        for (String charge : posted.texts("chargeId")) {
            visit.cleanup("cancel a charge", MEMBER, there -> {
                there.send("POST", "/api/v1/charges/" + charge + "/cancel", MEMBER, "{\"reason\":\"smoke test\"}")
                        .expecting(200);
                return null;
            });
        }
        return visit.refused("POST", charges, body, RESIDENT, STRANGER);
    }

    private static String pay(Visit visit) throws Step.Failure {
        String unit = visit.made("unit");
        String currency = visit.made("charge");
        String proof = Household.uploaded(visit, RESIDENT, "RECEIPT", unit);
        visit.cleanup("archive the proof", MEMBER, there -> {
            there.send("POST", "/api/v1/documents/" + proof + "/archive", MEMBER, null)
                    .expecting(200);
            return null;
        });
        String body = "{\"unitId\":\"" + unit + "\",\"method\":\"TRANSFER\",\"reference\":\"" + visit.mark
                + "\",\"paidOn\":\"" + LocalDate.now(Clock.systemUTC()).minusDays(1) + "\",\"proofDocumentId\":\""
                + proof + "\",\"amount\":" + money(FIRST, currency) + "}";
        String id = visit.send("POST", "/api/v1/payments", RESIDENT, body)
                .expecting(201)
                .text("id");
        visit.remember("payment", id);
        visit.cleanup("take the payment back", MEMBER, there -> {
            String status =
                    there.get("/api/v1/payments/" + id, MEMBER).expecting(200).text("status");
            String act = status.equals("SUBMITTED") ? "/reject" : "/reverse";
            there.send("POST", "/api/v1/payments/" + id + act, MEMBER, "{\"reason\":\"smoke test\"}")
                    .expecting(200);
            return null;
        });
        return visit.refused("POST", "/api/v1/payments", body, STRANGER);
    }

    private static String approve(Visit visit) throws Step.Failure {
        String approve = "/api/v1/payments/" + visit.made("payment") + "/approve";
        String refused = visit.refused("POST", approve, "{}", RESIDENT, STRANGER);
        Answer approved =
                visit.send("POST", approve, MEMBER, "{}").expecting(200).holding("\"APPROVED\"");
        visit.remember("receipt", approved.text("receiptId"));
        return refused;
    }

    private static String readReceipt(Visit visit) throws Step.Failure {
        String receipt = "/api/v1/receipts/" + visit.made("receipt") + "/pdf";
        requirePdf(visit.get(receipt, RESIDENT));
        return visit.refused("GET", receipt, null, STRANGER);
    }

    private static String readStatement(Visit visit) throws Step.Failure {
        visit.made("charge");
        String account = "/api/v1/units/" + visit.made("unit") + "/account";
        visit.get(account + "/statement", MEMBER).expecting(200).holding("\"amountMinor\":" + FIRST);
        requirePdf(visit.get(account + "/statement.pdf", MEMBER));
        return visit.refused("GET", account + "/statement", null, STRANGER);
    }

    private static void requirePdf(Answer paper) throws Step.Failure {
        if (!paper.isPdf()) {
            throw new Step.Failure(paper.request() + " answered " + paper.status() + " and no PDF");
        }
    }

    private static String money(long minor, String currency) {
        return "{\"amountMinor\":" + minor + ",\"currency\":\"" + currency + "\"}";
    }
}
