package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Five failures a quarter of an hour: not one guess more, however many at once, and not one good login less. */
@SystemTest
class LoginLimitsIT {
    private static final int MANY = 32;
    private static final int LIMIT = 5;

    @Test
    void ofManyGuessesAtOnceNoMoreThanTheLimitAreTried(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        assertEquals(Map.of(401, LIMIT, 429, MANY - LIMIT), answers(owner, guess(owner)));
        assertEquals(
                Integer.toString(LIMIT),
                Sql.one(
                        stack,
                        "select count(*) from audit_entries e join users u on u.id = e.entity_id"
                                + " where u.email = ? and e.action = 'login.failed'",
                        owner.email()));
    }

    @Test
    void ofManyGoodLoginsAtOnceAllGetIn(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        assertEquals(Map.of(200, MANY), answers(owner, good(owner)));
    }

    /** After four failures one place is left, and every good login gives it back to the next. */
    @Test
    void theLastPlaceServesAnyNumberOfGoodLogins(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        for (int failure = 1; failure < LIMIT; failure++) {
            owner.login(guess(owner)).then().statusCode(401);
        }
        assertEquals(Map.of(200, MANY), answers(owner, good(owner)));
        owner.login(guess(owner)).then().statusCode(401);
        owner.login().then().statusCode(429).body("code", equalTo("RATE_LIMITED"));
    }

    private static String guess(Visitor visitor) {
        return Body.of("email", visitor.email(), "password", "wrong-guess-2026");
    }

    private static String good(Visitor visitor) {
        return Body.of("email", visitor.email(), "password", Visitor.PASSWORD);
    }

    /** How many got which status. */
    private static Map<Integer, Integer> answers(Visitor visitor, String attempt) throws Exception {
        Callable<Response> login = () -> visitor.post("/auth/login", attempt);
        Map<Integer, Integer> count = new TreeMap<>();
        for (Response answer : AtOnce.all(Collections.nCopies(MANY, login))) {
            count.merge(answer.statusCode(), 1, Integer::sum);
        }
        return count;
    }
}
