package io.buildingos.charge;

import io.buildingos.charge.BuildingCharges.Part;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.News;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.notification.Wording;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells those who own or live in a unit of what it is charged or credited, and of what becomes of that. */
@ApplicationScoped
class ChargeNotices {
    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Inject
    private Audience audience;

    @Inject
    private Notifications notifications;

    void published(ChargeView charge) {
        tell(
                publication(charge.type()),
                Wording.PLAIN,
                charge,
                Map.of(
                        "concept", charge.concept(),
                        "unit", charge.unitCode(),
                        "amount", charge.amount(),
                        "due", charge.dueOn()));
    }

    /** Each is told once, however many of the units are theirs; in as many statements for five hundred units as for one. */
    void published(UUID batch, ChargeBuilding asked, List<Part> charged) {
        String concept = asked.concept().strip();
        notifications.tell(
                publication(asked.type()),
                byReader(charged).entrySet().stream()
                        .map(reader -> news(reader.getKey(), reader.getValue(), batch, concept, asked.dueOn()))
                        .toList());
    }

    /** No news where all that they were told of it stays as it was. */
    void corrected(ChargeView before, ChargeView after) {
        if (before.concept().equals(after.concept())
                && before.amount().equals(after.amount())
                && (isCredit(after) || before.dueOn().equals(after.dueOn()))) {
            return;
        }
        tell(
                NotificationType.CHARGE_CORRECTED,
                wording(after),
                after,
                Map.of(
                        "concept", after.concept(),
                        "unit", after.unitCode(),
                        "amount", after.amount(),
                        "due", after.dueOn(),
                        "formerConcept", before.concept(),
                        "formerAmount", before.amount(),
                        "formerDue", before.dueOn()));
    }

    void canceled(ChargeView charge) {
        tell(
                NotificationType.CHARGE_CANCELED,
                wording(charge),
                charge,
                Map.of(
                        "concept", charge.concept(),
                        "unit", charge.unitCode(),
                        "amount", charge.amount(),
                        "reason", charge.cancelReason()));
    }

    private static NotificationType publication(ChargeType type) {
        return type == ChargeType.CREDIT ? NotificationType.CREDIT_GIVEN : NotificationType.CHARGE_PUBLISHED;
    }

    private static Wording wording(ChargeView charge) {
        return isCredit(charge) ? Wording.CREDIT : Wording.PLAIN;
    }

    private static boolean isCredit(ChargeView charge) {
        return charge.type() == ChargeType.CREDIT;
    }

    private void tell(NotificationType type, Wording wording, ChargeView charge, Map<String, ?> words) {
        Set<UUID> readers = occupants(List.of(charge.unitId())).getOrDefault(charge.unitId(), Set.of());
        notifications.tell(type, List.of(new News(readers, new Subject("charge", charge.id()), wording, words)));
    }

    private Map<UUID, List<Part>> byReader(List<Part> charged) {
        Map<UUID, Set<UUID>> occupants =
                occupants(charged.stream().map(Part::unitId).toList());
        Map<UUID, List<Part>> theirs = new HashMap<>();
        for (Part part : charged) {
            for (UUID reader : occupants.getOrDefault(part.unitId(), Set.of())) {
                theirs.computeIfAbsent(reader, first -> new ArrayList<>()).add(part);
            }
        }
        return theirs;
    }

    private static News news(UUID reader, List<Part> theirs, UUID batch, String concept, LocalDate due) {
        Money amount = theirs.stream().map(Part::amount).reduce(Money::plus).orElseThrow();
        if (theirs.size() > 1) {
            return new News(
                    Set.of(reader),
                    new Subject("charge-batch", batch),
                    Wording.UNITS,
                    Map.of(
                            "concept", concept,
                            "units", Integer.toString(theirs.size()),
                            "amount", amount,
                            "due", due));
        }
        Part only = theirs.get(0);
        return new News(
                Set.of(reader),
                new Subject("charge", only.chargeId()),
                Map.of("concept", concept, "unit", only.unitCode(), "amount", amount, "due", due));
    }

    private Map<UUID, Set<UUID>> occupants(Collection<UUID> units) {
        return audience.occupying(units, calendars.today(currentCaller.get().requireTenant()), Permission.CHARGE_READ);
    }
}
