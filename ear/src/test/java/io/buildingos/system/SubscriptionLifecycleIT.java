package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@SystemTest
class SubscriptionLifecycleIT {
    private static final String JOB = "subscription-lifecycle";

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
