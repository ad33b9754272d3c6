package io.buildingos.payment;

import static io.buildingos.kernel.Permission.PAYMENT_REVIEW;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.ledger.Allocations;
import io.buildingos.ledger.Posting;
import io.buildingos.ledger.UnitAccounts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Decides on payments, and lays them on what their units owe. */
@Stateless
public class PaymentReviewService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private UnitAccounts accounts;

    @Inject
    private Allocations allocations;

    @Inject
    private Payments payments;

    @Inject
    private Receipts receipts;

    @Inject
    private PaymentNotices notices;

    /** What isn't needed, or isn't asked for, stays free credit of the unit, which its next charges use. */
    @Allowed(PAYMENT_REVIEW)
    public PaymentView approve(UUID id, AllocatePayment command) {
        Payment payment = payments.locked(id, PAYMENT_REVIEW);
        PaymentView before = payments.view(id);
        payment.approve(clock.instant());
        accounts.post(Posting.ofPayment(payment.unitId(), payment.amountMinor(), id, payment.reference()));
        cover(payment, command);
        receipts.issue(payment);
        return decided("payment.approved", id, before);
    }

    @Allowed(PAYMENT_REVIEW)
    public PaymentView reject(UUID id, ReviewReason command) {
        Payment payment = payments.locked(id, PAYMENT_REVIEW);
        PaymentView before = payments.view(id);
        payment.reject(command.reason(), clock.instant());
        return decided("payment.rejected", id, before);
    }

    /** As if it had never come, but for the trace: what it covered is owed again, its receipt keeps its number, annulled. */
    @Allowed(PAYMENT_REVIEW)
    public PaymentView reverse(UUID id, ReviewReason command) {
        Payment payment = payments.locked(id, PAYMENT_REVIEW);
        PaymentView before = payments.view(id);
        payment.requireApproved();
        allocations.release(payment.unitId(), id);
        entityManager.refresh(payment);
        payment.reverse(command.reason(), clock.instant());
        accounts.post(Posting.takingBackPayment(
                payment.unitId(),
                payment.amountMinor(),
                id,
                accounts.entryOf(payment.unitId(), id),
                command.reason().strip()));
        Receipt receipt = receipts.annul(payment);
        PaymentView after = changed("payment.reversed", id, before);
        notices.reversed(after, receipt);
        return after;
    }

    /** Of the part that is free. */
    @Allowed(PAYMENT_REVIEW)
    public PaymentView allocate(UUID id, AllocatePayment command) {
        Payment payment = payments.locked(id, PAYMENT_REVIEW);
        PaymentView before = payments.view(id);
        payment.requireApproved();
        if (cover(payment, command) == 0) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE, "Nothing of the payment is free, or the unit owes nothing.");
        }
        return changed("payment.allocated", id, before);
    }

    /** Ends all it covers: the whole payment is free credit of the unit. */
    @Allowed(PAYMENT_REVIEW)
    public PaymentView release(UUID id) {
        Payment payment = payments.locked(id, PAYMENT_REVIEW);
        PaymentView before = payments.view(id);
        payment.requireApproved();
        if (allocations.release(payment.unitId(), id) == 0) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The payment covers nothing.");
        }
        return changed("payment.released", id, before);
    }

    private long cover(Payment payment, AllocatePayment command) {
        if (command.allocations() == null) {
            return allocations.coverBy(List.of(payment.unitId()), List.of(payment.id()));
        }
        command.allocations().forEach(one -> payment.requireOwnCurrency(one.amount()));
        return allocations.coverAsAsked(payment.unitId(), payment.id(), command.allocations());
    }

    private PaymentView decided(String action, UUID id, PaymentView before) {
        PaymentView after = changed(action, id, before);
        notices.decided(after);
        return after;
    }

    private PaymentView changed(String action, UUID id, PaymentView before) {
        entityManager.flush();
        PaymentView after = payments.view(id);
        auditLog.changed(action, "payment", id, before, after);
        return after;
    }
}
