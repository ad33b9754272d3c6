package io.buildingos.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one catalogue of what can go wrong, as clients see it. A code, once published, keeps its meaning.
 *
 * <p>A code may name the database constraint that guards its rule: the check in Java gives the friendly answer, the
 * constraint the certain one, and both come out the same.
 */
public enum ErrorCode {
    MALFORMED_REQUEST(400, "The request can't be read as what this operation takes."),
    UNKNOWN_FIELD(400, "The request names a field this operation doesn't have."),
    UNKNOWN_PARAMETER(400, "The query names a filter, sort or parameter this list doesn't have."),
    INVALID_CURSOR(400, "The cursor isn't one this list gave out; start again without it."),
    IDEMPOTENCY_KEY_REQUIRED(400, "This operation moves money: send an Idempotency-Key."),

    UNAUTHENTICATED(401, "Log in first: there is no token, or it is no longer good."),
    LOGIN_FAILED(401, "E-mail address or password is wrong, or the account can't log in now."),
    LOGIN_TO_ACCEPT(401, "There is an account with the invited address: log in with it, then accept."),
    SECOND_FACTOR_REQUIRED(401, "This account needs the code of its second factor."),

    FORBIDDEN(403, "Your role doesn't permit this."),
    OWN_ROLE_RAISED(403, "Nobody raises their own role: ask somebody else who may."),
    NO_ACTIVE_TENANT(403, "The token has no active tenant: switch to one first."),
    TENANT_SUSPENDED(403, "The tenant is suspended: it can be read, not changed."),
    FEATURE_NOT_AVAILABLE(403, "The tenant's plan doesn't include this."),

    NOT_FOUND(404, "There is no such thing, or it isn't yours to see."),
    METHOD_NOT_ALLOWED(405, "This address doesn't take that method."),
    NOT_ACCEPTABLE(406, "This address answers in another content type."),

    CONFLICT(409, "The request clashes with what is there."),
    ILLEGAL_STATE_CHANGE(409, "The thing's present state doesn't allow this."),
    PLAN_LIMIT_EXCEEDED(409, "The tenant's plan allows no more of these."),
    EMAIL_TAKEN(409, "There is an account with this e-mail address.", "users_email_key"),
    SLUG_TAKEN(409, "Another tenant has this slug.", "tenants_slug_key"),
    BUILDING_NAME_TAKEN(409, "Another building of the tenant has this name.", "buildings_name_key"),
    UNIT_CODE_TAKEN(409, "Another unit of the building has this code.", "units_code_key"),
    UNIT_OCCUPIED(409, "Somebody owns or lives in it, now or from a later day: end the occupancies first."),
    PERSON_USER_TAKEN(409, "Another person of the directory is linked to this user.", "people_user_id_key"),
    OCCUPANCY_OVERLAPS(
            409, "The person has this role in the unit for some of these days already.", "occupancies_period_excl"),
    PRIMARY_OCCUPANT_TAKEN(
            409, "The unit has a primary occupant of this role on some of these days.", "occupancies_primary_excl"),
    ALREADY_ATTACHED(409, "The document is attached already.", "ticket_attachments_document_id_key"),
    VENDOR_NAME_TAKEN(409, "Another vendor of the tenant has this name.", "vendors_name_key"),
    QUOTE_ORDERED(409, "There is a work order for this quote already.", "work_orders_quote_id_key"),
    CURRENCY_FROZEN(409, "The currency is fixed as soon as there is a unit: what is owed is counted in it."),
    CHARGE_EXISTS(409, "The unit has a charge of this period and concept that isn't canceled.", "charges_concept_key"),
    CHARGE_ALLOCATED(409, "Something covers this charge, or it covers something: release that first."),
    POSSIBLE_DUPLICATE(
            409,
            "A payment of this unit, amount and reference came within 48 hours: confirm that this is another one."),
    UPLOAD_USED(409, "This upload was registered or refused before, or is too old: ask for a new one."),
    IDEMPOTENCY_REQUEST_RUNNING(409, "The first request with this Idempotency-Key is still running."),
    JOB_RUNNING(
            409,
            "The job is running and doesn't overlap with itself: wait for it or stop it.",
            "job_runs_job_running_key"),
    SEED_REFUSED(409, "Cannot seed production database!"),
    IDEMPOTENCY_ANSWER_LOST(
            409,
            "The first request with this Idempotency-Key was carried out, but its answer is lost: look for its effect."),
    LAST_OWNER(409, "A tenant keeps at least one owner."),
    ALREADY_MEMBER(409, "This person is a member of the tenant already.", "memberships_user_id_key"),
    INVITATION_PENDING(
            409, "There is a pending invitation for this address: resend or revoke that one.", "invitations_email_key"),

    VERSION_MISMATCH(412, "The thing has changed since you read it: read it again."),
    PAYLOAD_TOO_LARGE(413, "The body is larger than this operation takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "This operation takes another content type."),
    RANGE_NOT_SATISFIABLE(416, "The file has no bytes in the range asked for."),
    VALIDATION_FAILED(422, "The request is well-formed, but its values break a rule."),
    FILE_MISSING(422, "Nothing has been uploaded yet: put the file to the address given, then register it."),
    FILE_REFUSED(422, "What was uploaded isn't what was announced: it has been removed."),
    SHARES_DO_NOT_SUM(422, "The shares of a building's units sum to exactly 1, or no unit has one."),
    SHARES_INCOMPLETE(422, "Every billable unit of the building needs a share before a total can be split."),
    NO_BILLABLE_UNIT(422, "The building has no billable unit."),
    CURRENCY_DIFFERS(422, "The amount is in another currency than the unit's account."),
    AMOUNT_OUT_OF_RANGE(422, "A sum would be larger than what can be counted.", "unit_accounts_balance_minor_check"),
    ALLOCATION_EXCEEDED(
            422,
            "More is asked for than is outstanding of the charge or left of the payment.",
            "charges_allocated_minor_check"),
    TOKEN_INVALID(422, "The link was used before, is too old or isn't ours: ask for a new one."),
    WRONG_PASSWORD(422, "The present password is wrong, or the account is locked for now."),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key came with another request before."),
    VERSION_REQUIRED(428, "Say which version you change: send If-Match with the ETag you read."),
    RATE_LIMITED(429, "Too many requests: wait as long as Retry-After says."),

    INTERNAL_ERROR(500, "Something failed on our side; the request id finds it in our logs."),
    UNAVAILABLE(503, "The service can't do this right now: try again shortly.");

    private static final Map<String, ErrorCode> BY_CONSTRAINT = Arrays.stream(values())
            .filter(code -> code.constraint != null)
            .collect(Collectors.toUnmodifiableMap(code -> code.constraint, Function.identity()));

    private final int status;
    private final String explanation;
    private final String constraint;

    ErrorCode(int status, String explanation) {
        this(status, explanation, null);
    }

    ErrorCode(int status, String explanation, String constraint) {
        this.status = status;
        this.explanation = explanation;
        this.constraint = constraint;
    }

    /** HTTP's number for this kind of refusal; the services themselves know nothing of HTTP. */
    public int status() {
        return status;
    }

    public String explanation() {
        return explanation;
    }

    public static Optional<ErrorCode> guardedBy(String constraint) {
        return constraint == null ? Optional.empty() : Optional.ofNullable(BY_CONSTRAINT.get(constraint));
    }
}
