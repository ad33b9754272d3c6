package io.buildingos.payment;

import io.buildingos.notification.NotificationType;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** To whom receipts go: whoever of the unit has paid, else its first resident, else its first owner. */
@ApplicationScoped
class Addressees {
    private static final String FIRST = "select u.id, coalesce(p.email, u.email), p.name, coalesce(u.locale, t.locale),"
            + " coalesce(w.email, :mailed) from Occupancy o"
            + " join Tenant t on t.id = o.tenantId"
            + " join Person p on p.id = o.personId"
            + " left join Membership m on m.tenantId = o.tenantId and m.userId = p.userId"
            + " left join User u on u.id = m.userId and u.disabledAt is null"
            + " left join NotificationPreference w on w.tenantId = o.tenantId and w.userId = u.id and w.type = :type"
            + " where o.unitId = :unit and coalesce(p.email, u.email) is not null and o.startsOn <= :today"
            + " and (o.endsOn is null or o.endsOn >= :today)"
            + " order by case when p.userId = :submitter then 0 else 1 end, case when o.primary = true then 0 else 1 end,"
            + " o.role desc, o.startsOn";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Calendars calendars;

    Optional<Addressee> of(Receipt receipt) {
        return entityManager
                .createQuery(FIRST, Object[].class)
                .setParameter("unit", receipt.unitId())
                .setParameter("today", calendars.today(receipt.tenantId()))
                .setParameter(
                        "submitter",
                        entityManager.find(Payment.class, receipt.paymentId()).submittedBy())
                .setParameter("type", NotificationType.RECEIPT_ISSUED)
                .setParameter("mailed", NotificationType.RECEIPT_ISSUED.isMailed())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new Addressee(
                        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (Boolean) row[4]));
    }

    /**
     * One of them.
     *
     * @param user null for somebody without an account
     */
    record Addressee(UUID user, String email, String name, String locale, boolean byMail) {}
}
