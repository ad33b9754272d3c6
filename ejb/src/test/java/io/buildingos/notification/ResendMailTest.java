package io.buildingos.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResendMailTest {
    @Test
    void asksExactlyAsTheProviderDocumentsIt() throws Exception {
        try (Peer peer = new Peer().answering(200, "{\"id\":\"49a3999c-0ce1-4ea6-ab68-afcd6dc2e794\"}")) {
            assertEquals("49a3999c-0ce1-4ea6-ab68-afcd6dc2e794", to(peer).send(Letters.receipt()));
            Peer.Asked asked = peer.asked().get(0);
            assertEquals("POST /emails", asked.method() + " " + asked.path());
            assertEquals("Bearer re_123456789", asked.header("Authorization"));
            assertEquals("application/json", asked.header("Content-Type"));
            assertEquals(Letters.ID.toString(), asked.header("Idempotency-Key"));
            ObjectMapper json = new ObjectMapper();
            assertEquals(json.readTree("""
                            {"from":"Casa Uno <noreply@example.com>","to":["ana@example.com"],"subject":"Recibo n.º 7",
                             "text":"Hola, Ana","html":"<p>Hola, Ana</p>","headers":{"Auto-Submitted":"auto-generated"},
                             "attachments":[{"filename":"recibo 7.pdf","content_type":"application/pdf",
                                             "content":"JVBERi0xLjc="}]}"""), json.readTree(asked.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void takesWhatIsSaidOfTheMailAsFinal(int status) throws Exception {
        try (Peer peer = new Peer().answering(status, "{\"message\":\"Invalid `to` field\"}")) {
            assertThrows(MailRefused.class, () -> to(peer).send(Letters.receipt()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 409, 429, 500, 503})
    void triesLaterWhereTheMailIsntAtFault(int status) throws Exception {
        try (Peer peer = new Peer().answering(status, "{}")) {
            assertThrows(IOException.class, () -> to(peer).send(Letters.receipt()));
        }
    }

    private static ResendMail to(Peer peer) {
        return new ResendMail(
                Letters.settings(Map.of(
                        "MAIL_PROVIDER", "resend",
                        "RESEND_API_KEY", "re_123456789",
                        "RESEND_BASE_URL", peer.address())),
                Letters.mime());
    }
}
