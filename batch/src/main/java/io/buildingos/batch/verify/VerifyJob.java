package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobParameter;
import io.buildingos.batch.jobs.Parameters;
import io.buildingos.verification.Check;
import io.buildingos.verification.StoredDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Once a day, after the night's backup. */
@ApplicationScoped
class VerifyJob implements Job {
    private static final String OBJECTS = "objects";
    private static final String NONE = "none";
    private static final String HASH = "hash";

    @Override
    public JobDefinition definition() {
        return JobDefinition.of(
                        "verify",
                        "Looks for whatever the data must not hold: broken references, ledgers that don't add up, gaps in"
                                + " receipts, a broken audit chain, missing row security, damaged indexes, documents"
                                + " without their object.",
                        JobParameter.choice(
                                OBJECTS,
                                "size",
                                "what of the document store: nothing, that every object is there with its size, or also"
                                        + " its content, for which all of it is read",
                                NONE,
                                "size",
                                HASH))
                .scheduled("0 5 * * *", "UTC");
    }

    /** Those that an execution asks, in their order. */
    static List<Check> checks(Parameters parameters) {
        return parameters.text(OBJECTS).equals(NONE)
                ? Check.all()
                : Stream.concat(Check.all().stream(), Stream.of(StoredDocuments.CHECK))
                        .toList();
    }

    static boolean readsContents(Parameters parameters) {
        return parameters.text(OBJECTS).equals(HASH);
    }
}
