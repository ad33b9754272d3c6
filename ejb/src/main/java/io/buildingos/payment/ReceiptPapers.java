package io.buildingos.payment;

import io.buildingos.building.Building;
import io.buildingos.kernel.Money;
import io.buildingos.ledger.Letterhead;
import io.buildingos.payment.ReceiptPaper.Content;
import io.buildingos.payment.ReceiptPaper.Covered;
import io.buildingos.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes receipts' documents, a page each. */
@ApplicationScoped
class ReceiptPapers {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Payments payments;

    byte[] pdf(PaymentReceiptView receipt) {
        PaymentView payment = payments.view(receipt.paymentId());
        Building building = entityManager.find(Building.class, receipt.buildingId());
        Tenant tenant = entityManager
                .createQuery(
                        "select t from Tenant t join Receipt r on r.tenantId = t.id where r.id = :id", Tenant.class)
                .setParameter("id", receipt.id())
                .getSingleResult();
        String place = Stream.of(building.name(), building.address())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReceiptPaper.write(out, new Content(receipt, place, payment, covered(receipt), Letterhead.of(tenant)));
        return out.toByteArray();
    }

    /** By the approval itself: what was laid elsewhere since isn't the receipt's matter. */
    private List<Covered> covered(PaymentReceiptView receipt) {
        return entityManager
                .createQuery(
                        "select c.period, c.concept, l.amountMinor from Allocation l"
                                + " join Charge c on c.tenantId = l.tenantId and c.id = l.chargeId"
                                + " join Receipt r on r.tenantId = l.tenantId and r.paymentId = l.paymentId"
                                + " where r.id = :receipt and l.unitId = :unit and l.allocatedAt <= r.createdAt"
                                + " order by c.dueOn, c.period, c.id",
                        Object[].class)
                .setParameter("receipt", receipt.id())
                .setParameter("unit", receipt.unitId())
                .getResultStream()
                .map(row -> new Covered(
                        ((YearMonth) row[0]).toString(),
                        (String) row[1],
                        new Money((Long) row[2], receipt.amount().currency())))
                .toList();
    }
}
