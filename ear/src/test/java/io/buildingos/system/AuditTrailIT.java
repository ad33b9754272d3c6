package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Decision 0006: every change that succeeds leaves an entry with it. Judges what the other tests did, after them. */
@SystemTest
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
        List<ApiOperation> all = changing(stack);
        return all.stream()
                .filter(operation -> !WITHOUT_ENTRY.containsKey(operation.id()))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    List<String> unaudited = AuditTrail.changes().stream()
                            .filter(change -> isOf(operation, change, all) && !change.audited())
                            .filter(change -> !(change.repeated() && REPEATABLE.containsKey(operation.id())))
                            .map(AuditTrail.Change::path)
                            .toList();
                    assertEquals(
                            List.of(),
                            unaudited,
                            operation.id() + " answered with success and left no audit entry with its request id");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatWasSoAlreadyLeftNone(TestStack stack) {
        List<ApiOperation> all = changing(stack);
        return all.stream()
                .filter(operation -> REPEATABLE.containsKey(operation.id()))
                .map(operation -> dynamicTest(operation + ": " + REPEATABLE.get(operation.id()), () -> {
                    List<AuditTrail.Change> repeated = AuditTrail.changes().stream()
                            .filter(change -> isOf(operation, change, all) && change.repeated())
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
        Collection<AuditTrail.Change> changes = AuditTrail.changes();
        List<ApiOperation> all = changing(stack);
        Set<String> never = all.stream()
                .filter(operation -> changes.stream().noneMatch(change -> isOf(operation, change, all)))
                .map(operation -> operation.id() + " (" + operation + ")")
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

    /** Of several addresses that fit, the one that spells out most. */
    private static boolean isOf(ApiOperation operation, AuditTrail.Change change, List<ApiOperation> all) {
        return all.stream()
                .filter(candidate -> candidate.method().equals(change.method()))
                .filter(candidate -> change.path().matches(candidate.path().replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(candidate ->
                        candidate.path().chars().filter(c -> c == '{').count()))
                .filter(operation::equals)
                .isPresent();
    }
}
