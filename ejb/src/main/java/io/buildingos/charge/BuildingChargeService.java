package io.buildingos.charge;

import static io.buildingos.kernel.Permission.CHARGE_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.charge.BuildingCharges.Part;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.UuidV7;
import io.buildingos.ledger.Account;
import io.buildingos.ledger.Allocations;
import io.buildingos.ledger.Amounts;
import io.buildingos.ledger.EntryKind;
import io.buildingos.ledger.Posting;
import io.buildingos.ledger.UnitAccounts;
import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Charges a whole building: all of its billable units or, if one of them can't be, none; in as many statements for five
 * hundred units as for one.
 */
@Stateless
public class BuildingChargeService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private Units units;

    @Inject
    private UnitAccounts accounts;

    @Inject
    private Allocations allocations;

    @Inject
    private ChargeNotices notices;

    /** The same parts as {@link #post} makes, as long as units and shares stay what they are. */
    @Allowed(CHARGE_WRITE)
    public BuildingCharges preview(UUID building, ChargeBuilding command) {
        return planned(null, building, command);
    }

    @Allowed(CHARGE_WRITE)
    public BuildingCharges post(UUID building, ChargeBuilding command) {
        BuildingCharges planned = planned(UuidV7.create(), building, command);
        List<Part> charged = planned.charges().stream()
                .filter(part -> part.chargeId() != null)
                .toList();
        Map<UUID, Account> locked =
                accounts.locked(charged.stream().map(Part::unitId).toList());
        requireFreeConcepts(charged, command);
        insert(planned, charged, command);
        boolean credit = command.type() == ChargeType.CREDIT;
        accounts.post(
                charged.stream().map(part -> posting(part, credit, command)).toList());
        List<UUID> ids = charged.stream().map(Part::chargeId).toList();
        if (credit) {
            allocations.coverBy(locked.keySet(), ids);
        } else {
            allocations.coverCharges(locked.keySet(), ids);
        }
        auditLog.created("charge-batch", planned.batchId(), Map.of("posted", planned, "asked", command));
        notices.published(planned.batchId(), command, charged);
        return planned;
    }

    private BuildingCharges planned(UUID batch, UUID building, ChargeBuilding command) {
        List<Unit> billable = units.heldOpenUnits(building, CHARGE_WRITE).stream()
                .filter(Unit::billable)
                .toList();
        planLimits.requireFeature(Plan.Feature.BULK);
        accounts.requireCurrency(command.asked());
        if (billable.isEmpty()) {
            throw Refusal.of(ErrorCode.NO_BILLABLE_UNIT);
        }
        List<Long> amounts =
                command.isSplit() ? split(command.asked(), billable) : each(command.asked(), billable.size());
        String currency = command.asked().currency();
        List<Part> parts = new ArrayList<>();
        Money total = Money.zero(currency);
        for (int place = 0; place < billable.size(); place++) {
            Money amount = new Money(amounts.get(place), currency);
            UUID id = batch == null || amount.signum() == 0 ? null : UuidV7.create();
            parts.add(new Part(billable.get(place).id(), billable.get(place).code(), id, amount));
            total = total.plus(amount);
        }
        return new BuildingCharges(batch, building, total, parts);
    }

    private static List<Long> each(Money amount, int units) {
        Amounts.requireInRange("amountPerUnit", amount);
        return java.util.Collections.nCopies(units, amount.amountMinor());
    }

    private static List<Long> split(Money total, List<Unit> billable) {
        Amounts.requireInRange("total", total);
        List<String> without = billable.stream()
                .filter(unit -> unit.share() == null)
                .map(Unit::code)
                .toList();
        if (!without.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.SHARES_INCOMPLETE,
                    "Without a share: %s.".formatted(String.join(", ", without)),
                    Map.of("units", without));
        }
        List<BigDecimal> shares = billable.stream().map(Unit::share).toList();
        return ChargeSplit.byShares(total.amountMinor(), shares);
    }

    private static Posting posting(Part part, boolean credit, ChargeBuilding command) {
        long amount = part.amount().amountMinor();
        return Posting.ofCharge(
                part.unitId(),
                credit ? EntryKind.CREDIT : EntryKind.CHARGE,
                credit ? -amount : amount,
                part.chargeId(),
                command.concept().strip());
    }

    private void requireFreeConcepts(List<Part> charged, ChargeBuilding command) {
        List<UUID> taken = entityManager
                .createQuery(
                        "select c.unitId from Charge c where c.unitId in :units and c.period = :period"
                                + " and c.conceptKey = :concept and c.canceledAt is null",
                        UUID.class)
                .setParameter("units", charged.stream().map(Part::unitId).toList())
                .setParameter("period", command.period())
                .setParameter("concept", NameKey.of(command.concept()))
                .getResultList();
        if (!taken.isEmpty()) {
            List<String> codes = charged.stream()
                    .filter(part -> taken.contains(part.unitId()))
                    .map(Part::unitCode)
                    .toList();
            throw Refusal.of(
                    ErrorCode.CHARGE_EXISTS,
                    "Charged for this period and concept already: %s.".formatted(String.join(", ", codes)),
                    Map.of("units", codes));
        }
    }

    private void insert(BuildingCharges planned, List<Part> charged, ChargeBuilding command) {
        UUID tenant = currentCaller.get().requireTenant();
        Instant now = clock.instant();
        entityManager
                .unwrap(Session.class)
                .doWork(connection -> BulkInsert.<Part>into("charges")
                        .column("id", "uuid", Part::chargeId)
                        .column("version", "bigint", part -> 0L)
                        .column("tenant_id", "uuid", part -> tenant)
                        .column("building_id", "uuid", part -> planned.buildingId())
                        .column("unit_id", "uuid", Part::unitId)
                        .column("currency", "text", part -> part.amount().currency())
                        .column("period", "text", part -> command.period().toString())
                        .column("type", "text", part -> command.type().name())
                        .column("concept", "text", part -> command.concept().strip())
                        .column("concept_key", "text", part -> NameKey.of(command.concept()))
                        .column("amount_minor", "bigint", part -> part.amount().amountMinor())
                        .column("allocated_minor", "bigint", part -> 0L)
                        .column("due_on", "date", part -> command.dueOn())
                        .column("batch_id", "uuid", part -> planned.batchId())
                        .column("created_at", "timestamptz", part -> Timestamp.from(now))
                        .execute(connection, charged));
    }
}
