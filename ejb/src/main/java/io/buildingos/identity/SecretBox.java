package io.buildingos.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts what must be read again and so can't be hashed: the secrets of second factors. AES-256-GCM under a key derived
 * from JWT_SECRET: who reads the database alone, or a backup of it, makes no codes. After a change of JWT_SECRET the boxes
 * stay shut: people get in by their recovery codes and enrol again.
 */
@ApplicationScoped
class SecretBox {
    private static final String VERSION = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "JWT_SECRET")
    private String root;

    private SecretKeySpec key;

    @PostConstruct
    void deriveKey() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root.getBytes(StandardCharsets.UTF_8), "RAW"));
            key = new SecretKeySpec(mac.doFinal("second factors".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** @param owner the box opens for nobody else: a secret copied into another row is worth nothing there */
    String shut(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            byte[] box = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, box, nonce.length, sealed.length);
            return VERSION + Base64.getEncoder().encodeToString(box);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    /** Nothing, when the box was shut under another key or for somebody else. */
    Optional<byte[]> open(String box, String owner) {
        byte[] bytes = Base64.getDecoder().decode(box.substring(VERSION.length()));
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
        } catch (GeneralSecurityException otherKey) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
