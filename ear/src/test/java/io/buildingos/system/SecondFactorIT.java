package io.buildingos.system;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@SystemTest
class SecondFactorIT {

    @Test
    void isAskedForAtLoginOnceConfirmedAndTakesEachCodeOnce(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        String secret = enrol(owner);
        owner.login().then().statusCode(200);
        long step = Instant.now().getEpochSecond() / 30;
        confirm(owner, code(secret, step - 1)).then().statusCode(200).body("recoveryCodes", hasSize(10));

        owner.login().then().statusCode(401).body("code", equalTo("SECOND_FACTOR_REQUIRED"));
        loginWith(owner, "code", code(secret, step - 1)).then().statusCode(401);
        loginWith(owner, "code", code(secret, step)).then().statusCode(200);
        loginWith(owner, "code", code(secret, step)).then().statusCode(401);
    }

    @Test
    void aRecoveryCodeStandsInOnce(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        String secret = enrol(owner);
        List<String> codes = confirm(owner, code(secret, Instant.now().getEpochSecond() / 30))
                .path("recoveryCodes");
        loginWith(owner, "recoveryCode", codes.get(3).toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200);
        loginWith(owner, "recoveryCode", codes.get(3)).then().statusCode(401);
        owner.request()
                .body(Body.of("password", Visitor.PASSWORD, "recoveryCode", codes.get(4)))
                .delete("/api/v1/auth/totp")
                .then()
                .statusCode(204);
        owner.login().then().statusCode(200);
    }

    @Test
    void keepsItsSecretUnreadable(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        String secret = enrol(owner);
        String kept = Sql.one(stack, "select totp_secret from users where email = ?", owner.email());
        assertTrue(kept.startsWith("v1:") && !kept.contains(secret));
    }

    @Test
    void asksForThePasswordBeforeItIsEnrolled(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        owner.post("/auth/totp", Body.of("password", "wrong-password"))
                .then()
                .statusCode(422)
                .body("code", equalTo("WRONG_PASSWORD"));
    }

    static String enrol(Visitor owner) {
        Response enrolment = owner.post("/auth/totp", Body.of("password", Visitor.PASSWORD));
        enrolment.then().statusCode(200).body("otpauthUri", containsString("otpauth://totp/BuildingOS:"));
        return enrolment.path("secret");
    }

    static Response confirm(Visitor owner, String code) {
        return owner.post("/auth/totp/confirm", Body.of("code", code));
    }

    private static Response loginWith(Visitor owner, String factor, String code) {
        return owner.login(Body.of("email", owner.email(), "password", Visitor.PASSWORD, factor, code));
    }

    /** What an authenticator app does, written a second time so that the first can be wrong. */
    static String code(String base32, long step) throws Exception {
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < base32.length(); i++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        byte[] padded = new byte[21];
        byte[] number = bits.toByteArray();
        System.arraycopy(number, 0, padded, padded.length - number.length, number.length);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(Arrays.copyOfRange(padded, 1, 21), "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int binary = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(binary % 1_000_000);
    }
}
