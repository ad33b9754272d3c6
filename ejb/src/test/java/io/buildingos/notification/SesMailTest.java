package io.buildingos.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SesMailTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String SENT = """
            <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>
            <MessageId>000001</MessageId></SendRawEmailResult></SendRawEmailResponse>""";

    @Test
    void sendsRawMimeSignedByTheKey() throws Exception {
        try (Peer peer = new Peer().answering(200, SENT)) {
            assertEquals("000001", to(peer).send(Letters.receipt()));
            Peer.Asked asked = peer.asked().get(0);
            assertSigned(asked);
            Map<String, String> form = form(asked.body());
            assertEquals("SendRawEmail", form.get("Action"));
            assertEquals("ana@example.com", form.get("Destinations.member.1"));
            String mime = new String(Base64.getDecoder().decode(form.get("RawMessage.Data")), StandardCharsets.UTF_8);
            assertTrue(mime.contains("Message-ID: <" + Letters.ID + "@example.com>"), mime);
            assertTrue(mime.contains("multipart/alternative"), mime);
            assertTrue(mime.contains("JVBERi0xLjc="), mime);
        }
    }

    @Test
    void tellsAMailThatIsRefusedFromAServerThatIsDown() throws Exception {
        String rejected = "<ErrorResponse><Error><Type>Sender</Type><Code>MessageRejected</Code>"
                + "<Message>Address blacklisted.</Message></Error></ErrorResponse>";
        try (Peer peer = new Peer().answering(400, rejected)) {
            assertThrows(MailRefused.class, () -> to(peer).send(Letters.receipt()));
        }
        try (Peer peer = new Peer().answering(503, "")) {
            assertThrows(IOException.class, () -> to(peer).send(Letters.receipt()));
            assertEquals(1, peer.asked().size(), "a second try might be a second mail");
        }
    }

    private static SesMail to(Peer peer) {
        return new SesMail(
                Letters.settings(Map.of(
                        "MAIL_PROVIDER", "ses",
                        "SES_REGION", "eu-west-1",
                        "SES_ACCESS_KEY", "AKIDEXAMPLE",
                        "SES_SECRET_KEY", SECRET,
                        "SES_ENDPOINT", peer.address())),
                Letters.mime());
    }

    /** AWS Signature Version 4, computed anew from what arrived. */
    private static void assertSigned(Peer.Asked asked) throws Exception {
        String authorization = asked.header("Authorization");
        String credential = part(authorization, "Credential");
        String[] scope = credential.split("/", -1);
        assertEquals("AKIDEXAMPLE", scope[0]);
        assertEquals("eu-west-1/ses/aws4_request", scope[2] + "/" + scope[3] + "/" + scope[4]);
        StringBuilder canonical = new StringBuilder(asked.method() + "\n" + asked.path() + "\n\n");
        for (String name : part(authorization, "SignedHeaders").split(";", -1)) {
            canonical
                    .append(name)
                    .append(':')
                    .append(asked.header(name).strip())
                    .append('\n');
        }
        canonical
                .append('\n')
                .append(part(authorization, "SignedHeaders"))
                .append('\n')
                .append(sha256(asked.body()));
        String toSign = "AWS4-HMAC-SHA256\n" + asked.header("X-Amz-Date") + "\n"
                + credential.substring(credential.indexOf('/') + 1) + "\n" + sha256(canonical.toString());
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (int step = 1; step < scope.length; step++) {
            key = hmac(key, scope[step]);
        }
        assertEquals(HexFormat.of().formatHex(hmac(key, toSign)), part(authorization, "Signature"));
    }

    private static String part(String authorization, String name) {
        String rest = authorization.substring(authorization.indexOf(name + "=") + name.length() + 1);
        return rest.contains(",") ? rest.substring(0, rest.indexOf(',')) : rest;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
