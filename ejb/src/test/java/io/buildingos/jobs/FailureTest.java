package io.buildingos.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void tellsAFailureInWordsWithoutClassesOrStack() {
        String kept =
                "io.buildingos.kernel.Refusal: Cannot seed production database!\n\tat io.buildingos.Some(Some.java)";
        assertEquals("Cannot seed production database!", Failure.words(kept));
        assertEquals("NullPointerException", Failure.words("java.lang.NullPointerException\n\tat x.Y(Y.java)"));
        assertEquals("The server a ended while this ran.", Failure.words("The server a ended while this ran."));
    }

    @Test
    void namesEveryCauseAndKeepsTheWholeTrace() {
        String trace = "a.b.First: the store said no\n\tat a.B\nCaused by: c.d.Second: refused\n\t... 3 more\n"
                + "Caused by: java.net.ConnectException: no route\n" + "\tat x.Y\n".repeat(2_000);
        Failure failure = Failure.of(trace);
        assertEquals("the store said no", failure.message());
        assertEquals(List.of("refused", "no route"), failure.causes());
        assertEquals(trace, failure.trace());
        assertNull(Failure.of(null));
    }
}
