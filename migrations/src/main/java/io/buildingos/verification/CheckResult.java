package io.buildingos.verification;

import java.util.List;

/**
 * What became of one check.
 *
 * @param reason why it was skipped; null otherwise
 * @param total how many findings there are
 * @param findings the first of them
 */
public record CheckResult(
        Check check, Outcome outcome, String reason, long total, List<Finding> findings, long tookMillis) {
    /** How a check ends; one that fails has no result. */
    public enum Outcome {
        CLEAN,
        FINDINGS,
        SKIPPED
    }

    public CheckResult {
        findings = List.copyOf(findings);
    }
}
