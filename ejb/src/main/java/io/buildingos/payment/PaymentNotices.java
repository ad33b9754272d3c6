package io.buildingos.payment;

import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells reviewers of a payment that came in, whoever reported it of what became of it, and all of the unit when it is
 * reversed: they owe again what it paid.
 */
@ApplicationScoped
class PaymentNotices {
    @Inject
    private Audience audience;

    @Inject
    private Addressees addressees;

    @Inject
    private Notifications notifications;

    void submitted(PaymentView payment) {
        tell(
                audience.holding(Permission.PAYMENT_REVIEW, payment.buildingId()),
                NotificationType.PAYMENT_SUBMITTED,
                payment,
                Map.of("amount", payment.amount(), "unit", payment.unitCode(), "by", audience.actor()));
    }

    void decided(PaymentView payment) {
        switch (payment.status()) {
            case APPROVED -> tell(submitter(payment), NotificationType.PAYMENT_APPROVED, payment, words(payment, ""));
            case REJECTED ->
                tell(
                        submitter(payment),
                        NotificationType.PAYMENT_REJECTED,
                        payment,
                        words(payment, payment.rejectionReason()));
            default -> throw new IllegalStateException(payment.id() + " is " + payment.status());
        }
    }

    /** Also to whom the receipt was sent, if that is somebody without an account. */
    void reversed(PaymentView payment, Receipt receipt) {
        Map<String, ?> words = words(payment, payment.reversalReason());
        tell(withOccupants(payment), NotificationType.PAYMENT_REVERSED, payment, words);
        if (receipt.isDelivered()) {
            addressees
                    .of(receipt)
                    .filter(addressee -> addressee.user() == null)
                    .ifPresent(addressee -> notifications.write(
                            addressee.email(),
                            addressee.name(),
                            addressee.locale(),
                            NotificationType.PAYMENT_REVERSED,
                            subject(payment),
                            words));
        }
    }

    private static Map<String, ?> words(PaymentView payment, String reason) {
        return Map.of("amount", payment.amount(), "unit", payment.unitCode(), "reason", reason);
    }

    private static Set<UUID> submitter(PaymentView payment) {
        return payment.submittedBy() == null ? Set.of() : Set.of(payment.submittedBy());
    }

    private Set<UUID> withOccupants(PaymentView payment) {
        Set<UUID> users = new HashSet<>(submitter(payment));
        audience.occupying(List.of(payment.unitId()), Permission.PAYMENT_READ)
                .values()
                .forEach(users::addAll);
        return users;
    }

    private void tell(Collection<UUID> users, NotificationType type, PaymentView payment, Map<String, ?> words) {
        notifications.tell(users, type, subject(payment), words);
    }

    private static Subject subject(PaymentView payment) {
        return new Subject("payment", payment.id());
    }
}
