package io.buildingos.notification;

import io.buildingos.notification.MailSuppression.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** The addresses that get no mail. */
@ApplicationScoped
class Suppressions {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    boolean has(String address) {
        return find(address).isPresent();
    }

    /** Once: the first reason stands. */
    MailSuppression add(String address, Reason reason, String detail) {
        return find(address).orElseGet(() -> {
            var suppression = new MailSuppression(address, reason, detail, clock.instant());
            entityManager.persist(suppression);
            return suppression;
        });
    }

    private Optional<MailSuppression> find(String address) {
        return entityManager
                .createQuery("from MailSuppression s where s.address = :address", MailSuppression.class)
                .setParameter("address", MailSuppression.keyOf(address))
                .getResultStream()
                .findFirst();
    }
}
