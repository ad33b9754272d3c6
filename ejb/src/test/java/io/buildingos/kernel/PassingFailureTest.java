package io.buildingos.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingFailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "57P01", "57P03", "53300", "08003", "08006"})
    void passesWhereverItStands(String state) {
        assertTrue(PassingFailure.isIn(new IllegalStateException(failed(state))));
        assertTrue(PassingFailure.isIn(commit(failed(state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "57014"})
    void staysWhereNothingChangesByWaiting(String state) {
        assertFalse(PassingFailure.isIn(new IllegalStateException(failed(state))));
        assertFalse(PassingFailure.isIn(commit(failed(state))));
    }

    @Test
    void passesWhenThePoolHadNoneLeft() {
        assertTrue(
                PassingFailure.isIn(new IllegalStateException(new SQLException(new ResourceException("none free")))));
    }

    @Test
    void isNoOtherFailureThatSuppressesItsOwnWrapping() {
        IllegalStateException failure = new IllegalStateException("other");
        failure.addSuppressed(new IllegalStateException(failure));
        assertFalse(PassingFailure.isIn(failure));
    }

    private static SQLException failed(String state) {
        return new SQLException("failed", state);
    }

    private static Throwable commit(SQLException failure) {
        IllegalStateException commit = new IllegalStateException("not committed");
        commit.addSuppressed(new ResourceException(failure));
        return new IllegalStateException(commit);
    }
}
