package io.buildingos.report;

import java.time.LocalDate;
import java.util.List;

/** What was done in a tenant, by its days: the newest first. */
public record ActivityReport(LocalDate from, LocalDate to, List<Acts> acts) {
    /** @param action as in the audit log */
    public record Acts(LocalDate day, String action, long count) {}
}
