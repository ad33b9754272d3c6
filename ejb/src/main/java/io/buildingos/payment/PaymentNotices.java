package io.buildingos.payment;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.ledger.Letterhead;
import io.buildingos.notification.Audience;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells reviewers of a payment that came in, and whoever reported it of what became of it. */
@ApplicationScoped
class PaymentNotices {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Audience audience;

    @Inject
    private Notifications notifications;

    void submitted(PaymentView payment) {
        Set<UUID> reviewers = audience.holding(Permission.PAYMENT_REVIEW, payment.buildingId());
        if (!reviewers.isEmpty()) {
            tell(reviewers, NotificationType.PAYMENT_SUBMITTED, payment, "by", audience.actor());
        }
    }

    void approved(PaymentView payment) {
        tellTheSubmitter(NotificationType.PAYMENT_APPROVED, payment, "");
    }

    void rejected(PaymentView payment) {
        tellTheSubmitter(NotificationType.PAYMENT_REJECTED, payment, payment.rejectionReason());
    }

    void reversed(PaymentView payment) {
        tellTheSubmitter(NotificationType.PAYMENT_REVERSED, payment, payment.reversalReason());
    }

    private void tellTheSubmitter(NotificationType type, PaymentView payment, String reason) {
        Set<UUID> submitter = audience.others(List.of(payment.submittedBy()));
        if (!submitter.isEmpty()) {
            tell(submitter, type, payment, "reason", reason);
        }
    }

    private void tell(Set<UUID> users, NotificationType type, PaymentView payment, String name, String value) {
        Tenant tenant = entityManager.find(Tenant.class, currentCaller.get().requireTenant());
        notifications.tell(
                users,
                type,
                new Subject("payment", payment.id()),
                Map.of("amount", Letterhead.of(tenant).sum(payment.amount()), "unit", payment.unitCode(), name, value));
    }
}
