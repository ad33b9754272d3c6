package io.buildingos.charge;

import io.buildingos.charge.BuildingCharges.Part;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.News;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells those who own or live in a unit of what it is charged. A CREDIT asks nothing of them, and they aren't told. */
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
        published(
                charge.type(),
                charge.concept(),
                charge.dueOn(),
                List.of(new Part(charge.unitId(), charge.unitCode(), charge.id(), charge.amount())));
    }

    /** In as many statements for five hundred units as for one. */
    void published(ChargeType type, String concept, LocalDate dueOn, List<Part> charged) {
        if (type == ChargeType.CREDIT) {
            return;
        }
        Map<UUID, Set<UUID>> occupants = audience.occupying(
                charged.stream().map(Part::unitId).toList(),
                calendars.today(currentCaller.get().requireTenant()),
                Permission.CHARGE_READ);
        notifications.tell(
                NotificationType.CHARGE_PUBLISHED,
                charged.stream()
                        .filter(part -> occupants.containsKey(part.unitId()))
                        .map(part -> new News(
                                occupants.get(part.unitId()),
                                new Subject("charge", part.chargeId()),
                                Map.of(
                                        "concept",
                                        concept,
                                        "unit",
                                        part.unitCode(),
                                        "amount",
                                        part.amount(),
                                        "due",
                                        dueOn)))
                        .toList());
    }
}
