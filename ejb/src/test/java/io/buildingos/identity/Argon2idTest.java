package io.buildingos.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.junit.jupiter.api.Test;

class Argon2idTest {
    /** Made by another implementation (Password4j 1.8.4). */
    private static final String OTHERS =
            "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$w8B0vmzEhH05Egno2FauLIYbtkP034sBsiM07LoXADA";

    private final BlockPool memory = new FixedBlockPool(19_456);

    @Test
    void readsWhatOthersWrote() {
        assertTrue(Argon2id.matches("Demo-Building-2026!", OTHERS, memory));
        assertFalse(Argon2id.matches("Demo-Building-2026?", OTHERS, memory));
        assertEquals(new Argon2id(19_456, 2, 1), Argon2id.of(OTHERS));
    }

    @Test
    void knowsItsOwnWhateverTheMemoryHeldBefore() {
        Argon2id parameters = new Argon2id(64, 1, 2);
        IntStream.range(0, 20).forEach(number -> {
            String hash = parameters.hash("pässword " + number, memory);
            assertTrue(Argon2id.matches("pässword " + number, hash, memory));
            assertFalse(Argon2id.matches("pässword", hash, memory));
            assertEquals(parameters, Argon2id.of(hash));
        });
    }

    @Test
    void saltsEveryHash() {
        Argon2id parameters = new Argon2id(64, 1, 1);
        assertNotEquals(parameters.hash("same", memory), parameters.hash("same", memory));
    }

    @Test
    void makesAHashThatNoPasswordMatches() {
        Argon2id parameters = new Argon2id(64, 1, 1);
        assertEquals(parameters, Argon2id.of(parameters.unmatched()));
        assertFalse(Argon2id.matches("", parameters.unmatched(), memory));
    }

    @Test
    void takesMoreMemoryThanIsKeptWhereAHashWasMadeWithMore() {
        BlockPool small = new FixedBlockPool(8);
        String hash = new Argon2id(128, 1, 1).hash("secret", memory);
        assertTrue(Argon2id.matches("secret", hash, small));
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThrows(IllegalArgumentException.class, () -> Argon2id.matches("secret", "secret", memory));
        assertThrows(IllegalArgumentException.class, () -> Argon2id.of(OTHERS.replace("argon2id", "argon2i")));
    }
}
