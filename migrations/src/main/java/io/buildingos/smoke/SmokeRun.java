package io.buildingos.smoke;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tries the steps one after the other, says how each went, and takes away what it made, whatever failed before. */
public final class SmokeRun {
    private final List<Step> steps;
    private final boolean readOnly;
    private final Visit visit;
    private final PrintWriter out;
    private int done;
    private int skipped;
    private int failed;

    public SmokeRun(URI base, Map<Account.Kind, Account> accounts, boolean readOnly, PrintWriter out) {
        this(Steps.ALL, new Visit(base, accounts, Clock.systemUTC()), readOnly, out);
    }

    SmokeRun(List<Step> steps, Visit visit, boolean readOnly, PrintWriter out) {
        this.steps = steps;
        this.visit = visit;
        this.readOnly = readOnly;
        this.out = out;
    }

    /** How it ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNREACHABLE
    }

    public Outcome run() {
        long begin = System.nanoTime();
        try {
            steps.forEach(this::attempt);
        } catch (Visit.Unreachable unreachable) {
            line("FAILED", "reach the address", null, unreachable.getMessage());
            return Outcome.UNREACHABLE;
        } finally {
            cleanUp();
        }
        out.printf(
                "%d ok, %d skipped, %d failed, %.1f s%n",
                done,
                skipped,
                failed,
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
        out.flush();
        return failed == 0 ? Outcome.PASSED : Outcome.FAILED;
    }

    private void attempt(Step step) {
        String reason = reasonToSkip(step);
        if (reason != null) {
            skipped++;
            line("skipped", step.name(), null, reason);
            return;
        }
        perform(step);
    }

    private String reasonToSkip(Step step) {
        if (step.writes() && readOnly) {
            return "read-only";
        }
        if (step.account() == null || step.name().startsWith("log in")) {
            return step.account() == null || visit.has(step.account())
                    ? null
                    : step.account().missing();
        }
        return visit.isLoggedIn(step.account()) ? null : "nobody is logged in for it";
    }

    private void perform(Step step) {
        long begin = System.nanoTime();
        try {
            String remark = step.act().on(visit);
            done++;
            line("ok", step.name(), begin, remark);
        } catch (Step.NotTried without) {
            skipped++;
            line("skipped", step.name(), null, without.getMessage());
        } catch (Step.Failure failure) {
            failed++;
            line("FAILED", step.name(), begin, failure.getMessage());
        }
    }

    private void cleanUp() {
        for (Step step = visit.nextCleanup(); step != null; step = visit.nextCleanup()) {
            try {
                perform(new Step("clean up: " + step.name(), true, step.account(), step.act()));
            } catch (Visit.Unreachable gone) {
                failed++;
                line("FAILED", "clean up: " + step.name(), null, gone.getMessage());
            }
        }
    }

    private void line(String state, String name, Long begin, String remark) {
        String taken = begin == null ? "" : (System.nanoTime() - begin) / 1_000_000 + " ms";
        out.println("  %-8s %-34s %9s  %s"
                .formatted(state, name, taken, remark == null ? "" : remark)
                .stripTrailing());
        out.flush();
    }
}
