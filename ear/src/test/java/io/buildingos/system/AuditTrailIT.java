package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Decision 0006: every change that succeeds leaves an entry with it. Judges what the other tests did, after them. */
@SystemTest
@Isolated
@Order(Integer.MAX_VALUE)
class AuditTrailIT {
    /** Operations that change nothing anybody would search the log for, and why. */
    private static final Map<String, String> WITHOUT_ENTRY = Map.ofEntries(
            Map.entry("buildingCharges_preview", "computes and keeps nothing"),
            Map.entry("auth_refresh", "continues a session whose beginning and end are in the log"),
            Map.entry("email_sendAgain", "mails a link; what comes of it is in the log"),
            Map.entry("invitations_lookUp", "reads, by a token that belongs into no address"),
            Map.entry(
                    "documentRevisions_announce", "nothing is there yet: the revision that comes of it is in the log"),
            Map.entry("uploads_announce", "nothing is there yet: the document that comes of it is in the log"),
            Map.entry("uploads_receive", "the same"),
            Map.entry("notifications_read", "one's own feed"),
            Map.entry("notifications_readAll", "the same"),
            Map.entry("notifications_prefer", "what one wants to hear of changes nothing for others"),
            Map.entry("mailReports_resend", "is in the delivery log, like every try"));

    /** Operations that change nothing when what they ask for is so already, and when that is. */
    private static final Map<String, String> REPEATABLE = Map.of(
            "announcements_read", "the caller has read it before",
            "tickets_assign", "the ticket is that person's already");

    @TestFactory
    Stream<DynamicTest> everyChangeLeftItsEntry(TestStack stack) {
        return acts(stack).stream()
                .filter(acts -> !WITHOUT_ENTRY.containsKey(acts.of().id()))
                .map(acts -> dynamicTest(acts.of().toString(), () -> {
                    List<String> unaudited = acts.all().stream()
                            .filter(change -> !change.audited())
                            .filter(change -> !(change.repeated()
                                    && REPEATABLE.containsKey(acts.of().id())))
                            .map(AuditTrail.Change::path)
                            .toList();
                    assertEquals(
                            List.of(),
                            unaudited,
                            acts.of().id() + " answered with success and left no audit entry with its request id");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatWasSoAlreadyLeftNone(TestStack stack) {
        return acts(stack).stream()
                .filter(acts -> REPEATABLE.containsKey(acts.of().id()))
                .map(acts ->
                        dynamicTest(acts.of() + ": " + REPEATABLE.get(acts.of().id()), () -> {
                            List<AuditTrail.Change> repeated = acts.all().stream()
                                    .filter(AuditTrail.Change::repeated)
                                    .toList();
                            assumeTrue(
                                    System.getProperty("it.test") == null || !repeated.isEmpty(),
                                    "some tests only, none of it");
                            assertFalse(repeated.isEmpty(), "no test asks for what is so already");
                            assertEquals(
                                    List.of(),
                                    repeated.stream()
                                            .filter(AuditTrail.Change::audited)
                                            .map(AuditTrail.Change::path)
                                            .toList());
                        }));
    }

    /** Only of a whole run can be said that nobody did something. */
    @Test
    void everyChangeWasMadeByATest(TestStack stack) {
        assumeTrue(System.getProperty("it.test") == null, "some tests only");
        Set<String> never = acts(stack).stream()
                .filter(acts -> acts.all().isEmpty())
                .map(acts -> acts.of().id() + " (" + acts.of() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(
                never.isEmpty(),
                () -> "No system test performs these with success, so nobody knows whether they leave an audit entry."
                        + " Show how to call them in a test of their feature: " + never);
    }

    @Test
    void theExceptionsExist(TestStack stack) {
        Set<String> ids = changing(stack).stream().map(ApiOperation::id).collect(Collectors.toSet());
        assertTrue(ids.containsAll(WITHOUT_ENTRY.keySet()), () -> WITHOUT_ENTRY.keySet() + " in " + ids);
        assertTrue(ids.containsAll(REPEATABLE.keySet()), () -> REPEATABLE.keySet() + " in " + ids);
    }

    private static List<ApiOperation> changing(TestStack stack) {
        return ApiOperation.all(stack).stream()
                .filter(operation -> !Set.of("GET", "HEAD").contains(operation.method()))
                .toList();
    }

    /** An operation that changes things, and what it changed while the others tested. */
    private record Acts(ApiOperation of, Predicate<String> address, List<AuditTrail.Change> all) {
        Acts(ApiOperation of) {
            this(of, Pattern.compile(of.path().replaceAll("\\{\\w+}", "[^/]+")).asMatchPredicate(), new ArrayList<>());
        }

        boolean fits(AuditTrail.Change change) {
            return of.method().equals(change.method()) && address.test(change.path());
        }

        long variables() {
            return of.path().chars().filter(c -> c == '{').count();
        }
    }

    /** Of several addresses that fit a change, it is of the one that spells out most. */
    private static List<Acts> acts(TestStack stack) {
        List<Acts> acts = changing(stack).stream()
                .map(Acts::new)
                .sorted(Comparator.comparing(Acts::variables))
                .toList();
        AuditTrail.changes()
                .forEach(change -> acts.stream()
                        .filter(act -> act.fits(change))
                        .findFirst()
                        .ifPresent(act -> act.all().add(change)));
        return acts;
    }
}
