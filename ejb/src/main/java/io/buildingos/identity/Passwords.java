package io.buildingos.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Argon2id with the configured parameters; a hash carries its own, so that older ones still verify. */
@ApplicationScoped
public class Passwords {
    private static final int HASH_BYTES = 32;

    @Inject
    @ConfigProperty(name = "ARGON2_MEMORY_KIB", defaultValue = "19456")
    private int memoryKib;

    @Inject
    @ConfigProperty(name = "ARGON2_ITERATIONS", defaultValue = "2")
    private int iterations;

    @Inject
    @ConfigProperty(name = "ARGON2_PARALLELISM", defaultValue = "1")
    private int parallelism;

    private String nobodysHash;

    @PostConstruct
    void prepare() {
        nobodysHash = hash("nobody has this password");
    }

    public String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(configured()).getResult();
    }

    boolean matches(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes the time of a real check: whether an account exists can't be told from how long the no takes. */
    void spendTheTime(String password) {
        matches(password, nobodysHash);
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(configured());
    }

    private Argon2Function configured() {
        return Argon2Function.getInstance(memoryKib, iterations, parallelism, HASH_BYTES, Argon2.ID);
    }
}
