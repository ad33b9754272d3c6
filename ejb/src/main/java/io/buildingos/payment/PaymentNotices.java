package io.buildingos.payment;

import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells reviewers of a payment that came in, and whoever reported it of what became of it. */
@ApplicationScoped
class PaymentNotices {
    @Inject
    private Audience audience;

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
            case APPROVED -> tellTheSubmitter(NotificationType.PAYMENT_APPROVED, payment, "");
            case REJECTED -> tellTheSubmitter(NotificationType.PAYMENT_REJECTED, payment, payment.rejectionReason());
            case REVERSED -> tellTheSubmitter(NotificationType.PAYMENT_REVERSED, payment, payment.reversalReason());
            default -> throw new IllegalStateException(payment.id() + " is " + payment.status());
        }
    }

    private void tellTheSubmitter(NotificationType type, PaymentView payment, String reason) {
        tell(
                Stream.ofNullable(payment.submittedBy()).toList(),
                type,
                payment,
                Map.of("amount", payment.amount(), "unit", payment.unitCode(), "reason", reason));
    }

    private void tell(Collection<UUID> users, NotificationType type, PaymentView payment, Map<String, ?> words) {
        notifications.tell(users, type, new Subject("payment", payment.id()), words);
    }
}
