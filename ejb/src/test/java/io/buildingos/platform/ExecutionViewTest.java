package io.buildingos.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionViewTest {
    @Test
    void readsParametersAsTheJobRepositoryKeepsThem() {
        assertEquals(
                Map.of("units", "12", "profile", "staging"),
                ExecutionView.parameters("units = 12\nprofile = staging\n"));
        assertEquals(Map.of(), ExecutionView.parameters(null));
    }

    @Test
    void tellsAFailureInWordsWithoutClassesOrStack() {
        String kept =
                "io.buildingos.kernel.Refusal: Cannot seed production database!\n\tat io.buildingos.Some(Some.java)";
        assertEquals("Cannot seed production database!", ExecutionView.StepView.words(kept));
    }
}
