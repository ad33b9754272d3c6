package io.buildingos.kernel;

/** What a service method asks of its caller; which role holds what is said in {@link Role} alone. */
public enum Permission {
    BUILDING_READ,
    BUILDING_WRITE,
    OCCUPANT_READ,
    OCCUPANT_WRITE,
    TICKET_READ,
    /** Open one and comment on it: a resident does, for the own unit. */
    TICKET_WRITE,
    /** Assign, edit, move through its states, comment internally. */
    TICKET_MANAGE,
    DOCUMENT_READ,
    /** Hand in a file: a resident does, for the own unit. */
    DOCUMENT_UPLOAD,
    /** Also describe, replace, archive and delete. */
    DOCUMENT_WRITE,
    ANNOUNCEMENT_READ,
    ANNOUNCEMENT_WRITE,
    /** Vendors, quotes and work orders. */
    VENDOR_READ,
    VENDOR_WRITE,
    QUOTE_APPROVE,
    CHARGE_READ,
    CHARGE_WRITE,
    PAYMENT_READ,
    PAYMENT_SUBMIT,
    /** Approve, reject, allocate, reverse. */
    PAYMENT_REVIEW,
    MEMBER_READ,
    MEMBER_WRITE,
    SETTINGS_READ,
    SETTINGS_WRITE,
    PLAN_WRITE,
    REPORT_READ,
    SUPPORT_READ,
    SUPPORT_WRITE,
    AUDIT_READ,
    /** The platform's own acts: tenants, jobs, audit across tenants. */
    PLATFORM;

    /** Writing is refused in a suspended tenant. */
    public boolean writes() {
        return switch (this) {
            case DOCUMENT_UPLOAD, TICKET_MANAGE, QUOTE_APPROVE, PAYMENT_SUBMIT, PAYMENT_REVIEW -> true;
            default -> name().endsWith("_WRITE");
        };
    }
}
