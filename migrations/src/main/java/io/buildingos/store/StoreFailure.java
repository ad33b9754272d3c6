package io.buildingos.store;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store said no, or nothing. The message tells an operator what to mend, without keys or signatures. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    StoreFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** @param act what was tried, as in "put backups/x" */
    static StoreFailure of(String bucket, String act, SdkException failure) {
        String what = "The object store refused to %s in bucket %s: ".formatted(act, bucket);
        if (!(failure instanceof S3Exception answer)) {
            return new StoreFailure(Reason.UNREACHABLE, what + failure.getMessage(), failure);
        }
        // A proxy between us and the store answers without a code.
        String code = answer.awsErrorDetails() == null
                ? ""
                : Objects.requireNonNullElse(answer.awsErrorDetails().errorCode(), "");
        return new StoreFailure(
                Reason.of(code, answer.statusCode()),
                what + (code.isEmpty() ? "status " + answer.statusCode() : code),
                failure);
    }

    /** It began to answer, and didn't end. */
    public static StoreFailure brokenOff(String bucket, String key, IOException failure) {
        return new StoreFailure(
                Reason.UNREACHABLE,
                "The object store broke off while %s in bucket %s was read: %s"
                        .formatted(key, bucket, failure.getMessage()),
                failure);
    }

    /** What kind of no it was. */
    public enum Reason {
        NO_SUCH_BUCKET,
        NO_SUCH_OBJECT,
        ACCESS_DENIED,
        EXISTS_ALREADY,
        UNREACHABLE,
        OTHER;

        private static final int FORBIDDEN = 403;
        private static final int NOT_FOUND = 404;
        private static final int PRECONDITION_FAILED = 412;

        static Reason of(String code, int status) {
            return switch (code.toLowerCase(Locale.ROOT)) {
                case "nosuchbucket" -> NO_SUCH_BUCKET;
                case "nosuchkey" -> NO_SUCH_OBJECT;
                case "accessdenied", "invalidaccesskeyid", "signaturedoesnotmatch" -> ACCESS_DENIED;
                case "preconditionfailed" -> EXISTS_ALREADY;
                default -> ofStatus(status);
            };
        }

        private static Reason ofStatus(int status) {
            return switch (status) {
                case FORBIDDEN -> ACCESS_DENIED;
                case NOT_FOUND -> NO_SUCH_OBJECT;
                case PRECONDITION_FAILED -> EXISTS_ALREADY;
                default -> OTHER;
            };
        }
    }
}
