package io.buildingos.verify;

import io.buildingos.verification.CheckResult.Outcome;
import io.buildingos.verification.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One run of all checks.
 *
 * @param findings in all, also those that weren't kept
 * @param results none in lists
 */
public record VerificationView(
        UUID id,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        Status status,
        int checks,
        int done,
        int skipped,
        long findings,
        List<ResultView> results) {
    /** How far it is, and how it ended. */
    public enum Status {
        RUNNING,
        CLEAN,
        FINDINGS
    }

    public VerificationView {
        results = List.copyOf(results);
    }

    /**
     * What became of one check.
     *
     * @param reason why it was skipped; null otherwise
     */
    public record ResultView(
            String check,
            Severity severity,
            String description,
            Outcome outcome,
            String reason,
            long findings,
            long tookMillis) {}

    /**
     * One row that breaks a promise.
     *
     * @param tenant null for what is the platform's
     */
    public record FindingView(
            String check, Severity severity, UUID tenant, String table, String rowKey, String detail) {}
}
