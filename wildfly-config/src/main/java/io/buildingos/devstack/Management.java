package io.buildingos.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's management API over HTTP, as a user of this state folder's own. */
final class Management {
    private static final String USER = "devstack";
    private static final String REALM = "ManagementRealm";
    private static final Pattern SUCCESS = Pattern.compile("\"outcome\"\\s*:\\s*\"success\"");
    private static final Pattern RESULT = Pattern.compile("\"result\"\\s*:\\s*\"?([^\",}]*)");

    static {
        // The server's properties realm knows no other digest, and newer JDKs refuse MD5 unless told. Loopback only.
        System.setProperty("http.auth.digest.reEnabledAlgorithms", "MD5");
    }

    private final URI address;
    private final String password;

    Management(int port, Secrets secrets) {
        address = URI.create("http://127.0.0.1:" + port + "/management");
        password = secrets.of("management", 16);
    }

    /** Lets our user in: the realm's file holds a hash of user, realm and password. */
    void allowIn(Path configuration) throws IOException {
        Files.writeString(configuration.resolve("mgmt-users.properties"), USER + "=" + hash() + "\n");
    }

    /** The operation's result as the API writes it; null while the server doesn't answer or the operation fails. */
    String execute(String operation, String address_, String parameters) {
        try {
            String answer = post("{\"operation\":\"" + operation + "\",\"address\":[" + address_ + "]"
                    + (parameters.isEmpty() ? "" : "," + parameters) + "}");
            return SUCCESS.matcher(answer).find() ? answer : null;
        } catch (IOException notYet) {
            return null;
        }
    }

    String attribute(String address_, String name) {
        String answer = execute("read-attribute", address_, "\"name\":\"" + name + "\"");
        if (answer == null) {
            return null;
        }
        Matcher result = RESULT.matcher(answer);
        return result.find() ? result.group(1) : null;
    }

    private String post(String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(USER, password.toCharArray());
            }
        });
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(120_000);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        boolean failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream in = failed ? connection.getErrorStream() : connection.getInputStream()) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest((USER + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
