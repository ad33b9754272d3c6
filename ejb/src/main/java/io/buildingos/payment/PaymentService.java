package io.buildingos.payment;

import static io.buildingos.kernel.Permission.PAYMENT_READ;
import static io.buildingos.kernel.Permission.PAYMENT_SUBMIT;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.document.Document;
import io.buildingos.document.Documents;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.ledger.UnitAccounts;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes payments in, by staff or by residents for the own unit, and shows them. */
@Stateless
public class PaymentService {
    private static final Duration ALIKE_WITHIN = Duration.ofDays(2);

    private static final Listing<PaymentView> LISTING = Listing.<PaymentView>of(Payments.VIEW, Payments.FROM, "p.id")
            .sort("submittedAt", "p.submittedAt", Instant.class)
            .sort("paidOn", "p.paidOn", LocalDate.class)
            .filter("building", UUID.class, "p.buildingId = :building")
            .filter("unit", UUID.class, "p.unitId = :unit")
            .filter("status", PaymentStatus.class, "p.status = :status")
            .filter("method", PaymentMethod.class, "p.method = :method")
            .filter("from", LocalDate.class, "p.paidOn >= :from")
            .filter("to", LocalDate.class, "p.paidOn <= :to");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private Calendars calendars;

    @Inject
    private Units units;

    @Inject
    private UnitAccounts accounts;

    @Inject
    private Payments payments;

    @Inject
    private Documents documents;

    @Inject
    private PaymentNotices notices;

    @Allowed(PAYMENT_READ)
    public Page<PaymentView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request,
                Condition.within(currentCaller.get().reach(PAYMENT_READ), "p.buildingId", "p.unitId"));
    }

    @Allowed(PAYMENT_READ)
    public PaymentView get(UUID id) {
        PaymentView view = payments.view(id);
        if (!currentCaller.get().reach(PAYMENT_READ).coversUnit(view.unitId(), view.buildingId())) {
            throw Refusal.notFound();
        }
        return view;
    }

    /** For an archived unit too: what is owed can be paid. The account's lock makes two alike see each other. */
    @Allowed(PAYMENT_SUBMIT)
    public PaymentView submit(SubmitPayment command) {
        requireProofOf(units.reached(command.unitId(), PAYMENT_SUBMIT), command.proofDocumentId());
        UUID tenant = currentCaller.get().requireTenant();
        Payment payment = new Payment(
                tenant,
                accounts.locked(command.unitId()),
                command,
                currentCaller.get().userId(),
                calendars.today(tenant),
                clock.instant());
        if (!command.isConfirmed()) {
            requireUnlikeOthers(payment);
        }
        entityManager.persist(payment);
        entityManager.flush();
        PaymentView view = payments.view(payment.id());
        auditLog.created("payment", payment.id(), view);
        notices.submitted(view);
        return view;
    }

    private void requireProofOf(Unit unit, UUID proof) {
        if (proof == null) {
            return;
        }
        Document document = documents.seen(proof);
        boolean elsewhere =
                document.buildingId() != null && !document.buildingId().equals(unit.buildingId());
        boolean others = document.unitId() != null && !document.unitId().equals(unit.id());
        if (elsewhere || others) {
            throw Refusal.invalid("proofDocumentId", "must not be a document of another unit or building");
        }
    }

    private void requireUnlikeOthers(Payment payment) {
        UUID tenant = currentCaller.get().requireTenant();
        List<UUID> alike = TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select p.id from Payment p where p.tenantId = :tenant and p.unitId = :unit and p.amountMinor = :amount"
                                        + " and p.referenceKey is not distinct from :reference and p.submittedAt > :since"
                                        + " and p.status in (:counting) order by p.submittedAt desc",
                                UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("unit", payment.unitId())
                        .setParameter("amount", payment.amountMinor())
                        .setParameter("reference", payment.referenceKey())
                        .setParameter("since", clock.instant().minus(ALIKE_WITHIN))
                        .setParameter("counting", List.of(PaymentStatus.SUBMITTED, PaymentStatus.APPROVED))
                        .setMaxResults(1)
                        .getResultList());
        if (!alike.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.POSSIBLE_DUPLICATE,
                    ErrorCode.POSSIBLE_DUPLICATE.explanation(),
                    Map.of("paymentId", alike.get(0)));
        }
    }
}
