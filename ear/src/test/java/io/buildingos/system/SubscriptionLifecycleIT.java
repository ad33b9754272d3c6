package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@SystemTest
class SubscriptionLifecycleIT {
    private static final String JOB = "subscription-lifecycle";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aTrialThatIsOverExpiresOnce(TestStack stack) throws Exception {
        Company company = onTrial(stack, "- interval '1 minute'");
        Actor owner = company.owner();
        owner.get("/tenant/plan").then().statusCode(200).body("status", equalTo("EXPIRED"));
        assertEquals("TRIAL", kept(stack, company));
        stack.runJob(JOB);
        stack.runJob(JOB);
        assertEquals("EXPIRED", kept(stack, company));
        owner.get("/audit?action=subscription.trial-expired").then().body("items", hasSize(1));
        owner.get("/tenant/plan").then().body("status", equalTo("EXPIRED"), "plan", equalTo("PRO"));
    }

    @Test
    void aTrialThatLastsAndWhateverIsNoTrialStay(TestStack stack) throws Exception {
        Company lasting = onTrial(stack, "+ interval '1 hour'");
        Company paying = onTrial(stack, "- interval '1 day'");
        paying.execute("update subscriptions set status = 'PAST_DUE' where tenant_id = ?", paying.id());
        stack.runJob(JOB);
        assertEquals("TRIAL", kept(stack, lasting));
        assertEquals("PAST_DUE", kept(stack, paying));
    }

    @Test
    void ownersAreToldThreeDaysBeforeATrialEndsAndOnce(TestStack stack) throws Exception {
        Company near = onTrial(stack, "+ interval '71 hours'");
        Company far = onTrial(stack, "+ interval '73 hours'");
        Company over = onTrial(stack, "- interval '1 minute'");
        Actor owner = near.owner();
        Actor partner = near.owner();
        Actor operator = near.member("OPERATOR", null);
        Company free = onTrial(stack, "+ interval '71 hours'");
        free.execute("update subscriptions set plan = 'FREE' where tenant_id = ?", free.id());
        List<Actor> spared = List.of(operator, far.owner(), over.owner(), free.owner());
        Sql.change(stack, "update tenants set time_zone = 'Pacific/Kiritimati' where id = ?", near.id());
        Sql.change(stack, "update users set locale = 'es' where id = ?", partner.userId());
        Notices.prefer(partner, "SUBSCRIPTION_ENDING", true, false);
        stack.runJob(JOB);
        stack.runJob(JOB);
        LocalDate day = LocalDate.ofInstant(
                Instant.parse(owner.get("/tenant/plan").path("trialEndsAt")), ZoneId.of("Pacific/Kiritimati"));
        owner.get("/notifications")
                .then()
                .body("items.title", contains("Your plan PRO ends on " + written(day, Locale.ENGLISH)))
                .body("items.type", contains("SUBSCRIPTION_ENDING"))
                .body("items.subjectType", contains("subscription"));
        assertEquals(
                List.of("Su plan PRO termina el " + written(day, Locale.forLanguageTag("es"))),
                Notices.titles(partner));
        for (Actor other : spared) {
            assertEquals(List.of(), Notices.titles(other));
        }
        assertEquals("0", Notices.mailsTo(stack, partner, "NOTIFICATION"));
        String address = owner.userId() + "@example.com";
        List<String> mails = Eventually.until(PATIENCE, () -> Mails.to(stack, address), found -> !found.isEmpty());
        assertEquals(1, mails.size());
        assertTrue(mails.get(0).contains("/settings"), mails.get(0));
    }

    private static String written(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    private static Company onTrial(TestStack stack, String end) throws SQLException {
        Company company = Company.on(stack, "PRO");
        company.execute(
                "update subscriptions set status = 'TRIAL', trial_ends_at = now() " + end + " where tenant_id = ?",
                company.id());
        return company;
    }

    private static String kept(TestStack stack, Company company) {
        return Sql.one(
                stack,
                "select status from subscriptions where tenant_id = ?::uuid",
                company.id().toString());
    }
}
