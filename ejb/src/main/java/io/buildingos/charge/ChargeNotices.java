package io.buildingos.charge;

import io.buildingos.charge.BuildingCharges.Part;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.News;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.notification.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells those who own or live in a unit of what it is charged or credited, and of what becomes of that. */
@ApplicationScoped
class ChargeNotices {
    @Inject
    private Audience audience;

    @Inject
    private Notifications notifications;

    void published(ChargeView charge) {
        tell(publication(charge.type()), Wording.PLAIN, charge, words(charge));
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
        Map<String, Object> words = words(after);
        if (words.equals(words(before))) {
            return;
        }
        words.put("formerConcept", before.concept());
        words.put("formerAmount", before.amount());
        words.put("formerDue", before.dueOn());
        tell(NotificationType.CHARGE_CORRECTED, wording(after), after, words);
    }

    void canceled(ChargeView charge) {
        Map<String, Object> words = words(charge);
        words.put("reason", charge.cancelReason());
        tell(NotificationType.CHARGE_CANCELED, wording(charge), charge, words);
    }

    private static NotificationType publication(ChargeType type) {
        return type == ChargeType.CREDIT ? NotificationType.CREDIT_GIVEN : NotificationType.CHARGE_PUBLISHED;
    }

    private static Wording wording(ChargeView charge) {
        return charge.type() == ChargeType.CREDIT ? Wording.CREDIT : Wording.PLAIN;
    }

    private static Map<String, Object> words(ChargeView charge) {
        Map<String, Object> words = words(charge.concept(), charge.amount(), charge.dueOn());
        words.put("unit", charge.unitCode());
        if (wording(charge) == Wording.CREDIT) {
            // Nobody waits for its day.
            words.remove("due");
        }
        return words;
    }

    private static Map<String, Object> words(String concept, Money amount, LocalDate due) {
        return new HashMap<>(Map.of("concept", concept, "amount", amount, "due", due));
    }

    private void tell(NotificationType type, Wording wording, ChargeView charge, Map<String, ?> words) {
        Set<UUID> readers = audience.occupying(List.of(charge.unitId()), Permission.CHARGE_READ)
                .getOrDefault(charge.unitId(), Set.of());
        notifications.tell(type, List.of(new News(readers, new Subject("charge", charge.id()), wording, words)));
    }

    private Map<UUID, List<Part>> byReader(List<Part> charged) {
        Map<UUID, Set<UUID>> occupants =
                audience.occupying(charged.stream().map(Part::unitId).toList(), Permission.CHARGE_READ);
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
        Map<String, Object> words = words(concept, amount, due);
        if (theirs.size() > 1) {
            words.put("units", Integer.toString(theirs.size()));
            return new News(Set.of(reader), new Subject("charge-batch", batch), Wording.UNITS, words);
        }
        Part only = theirs.get(0);
        words.put("unit", only.unitCode());
        return new News(Set.of(reader), new Subject("charge", only.chargeId()), words);
    }
}
