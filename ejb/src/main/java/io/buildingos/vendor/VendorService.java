package io.buildingos.vendor;

import static io.buildingos.kernel.Permission.VENDOR_READ;
import static io.buildingos.kernel.Permission.VENDOR_WRITE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps the list of vendors, and what each does where. */
@Stateless
public class VendorService {
    private static final Listing<VendorView> LISTING = Listing.<VendorView>of(VendorView.SELECT, "Vendor v", "v.id")
            .sort("name", "v.nameKey", String.class)
            .sort("createdAt", "v.createdAt", Instant.class)
            .filter("archived", Boolean.class, "case when v.archivedAt is null then false else true end = :archived")
            .filter(
                    "buildingId",
                    UUID.class,
                    "exists (select 1 from OfferedService s where s.tenantId = v.tenantId and s.vendorId = v.id"
                            + " and s.buildingId = :buildingId)")
            .filter("q", NameKey.class, "(locate(:q, v.nameKey) > 0 or locate(:q, lower(v.taxId)) > 0)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Vendors vendors;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Allowed(VENDOR_READ)
    public Page<VendorView> list(ListRequest request) {
        Page<VendorView> page = LISTING.page(entityManager, request, vendors.reached(VENDOR_READ));
        Map<UUID, List<VendorView.Service>> offered =
                services(page.items().stream().map(VendorView::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(vendor -> vendor.with(offered.getOrDefault(vendor.id(), List.of())))
                        .toList(),
                page.next());
    }

    @Allowed(VENDOR_READ)
    public VendorView get(UUID id) {
        return view(vendors.reached(id, VENDOR_READ));
    }

    @Allowed(VENDOR_WRITE)
    public VendorView register(DescribeVendor description) {
        Vendor vendor = new Vendor(currentCaller.get().requireTenant(), description, clock.instant());
        entityManager.persist(vendor);
        entityManager.flush();
        VendorView view = view(vendor);
        auditLog.created("vendor", vendor.id(), view);
        return view;
    }

    @Allowed(VENDOR_WRITE)
    public VendorView describe(UUID id, long version, DescribeVendor description) {
        Vendor vendor = vendors.reached(id, VENDOR_WRITE);
        vendor.requireVersion(version);
        VendorView before = view(vendor);
        vendor.describe(description);
        return changed("vendor.described", vendor, before);
    }

    @Allowed(VENDOR_WRITE)
    public VendorView archive(UUID id) {
        Vendor vendor = vendors.reached(id, VENDOR_WRITE);
        VendorView before = view(vendor);
        vendor.archive(clock.instant());
        return changed("vendor.archived", vendor, before);
    }

    @Allowed(VENDOR_WRITE)
    public VendorView restore(UUID id) {
        Vendor vendor = vendors.reached(id, VENDOR_WRITE);
        VendorView before = view(vendor);
        vendor.restore();
        return changed("vendor.restored", vendor, before);
    }

    /** What it does in this building; other buildings stay as they are. */
    @Allowed(VENDOR_WRITE)
    public VendorView setServices(UUID id, UUID building, SetServices command) {
        vendors.requireOpenBuilding(building, VENDOR_WRITE);
        Vendor vendor = vendors.open(id, VENDOR_WRITE);
        entityManager.lock(vendor, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        VendorView before = view(vendor);
        entityManager
                .createQuery("delete from OfferedService s where s.vendorId = :vendor and s.buildingId = :building")
                .setParameter("vendor", id)
                .setParameter("building", building)
                .executeUpdate();
        Map<String, String> distinct = new TreeMap<>();
        command.services().forEach(service -> distinct.putIfAbsent(NameKey.of(service), service));
        distinct.values().forEach(service -> entityManager.persist(new OfferedService(vendor, building, service)));
        return changed("vendor.services-set", vendor, before);
    }

    private VendorView changed(String action, Vendor vendor, VendorView before) {
        entityManager.flush();
        VendorView after = view(vendor);
        auditLog.changed(action, "vendor", vendor.id(), before, after);
        return after;
    }

    private VendorView view(Vendor vendor) {
        return entityManager
                .createQuery("select " + VendorView.SELECT + " from Vendor v where v.id = :id", VendorView.class)
                .setParameter("id", vendor.id())
                .getSingleResult()
                .with(services(List.of(vendor.id())).getOrDefault(vendor.id(), List.of()));
    }

    private Map<UUID, List<VendorView.Service>> services(List<UUID> of) {
        Condition seen = Condition.within(currentCaller.get().reach(VENDOR_READ), "s.buildingId", "s.id");
        var query = entityManager
                .createQuery(
                        "select s.vendorId, new io.buildingos.vendor.VendorView$Service(s.buildingId, s.service)"
                                + " from OfferedService s where s.vendorId in :vendors and " + seen.hql()
                                + " order by s.buildingId, s.serviceKey",
                        Object[].class)
                .setParameter("vendors", of);
        seen.parameters().forEach(query::setParameter);
        return query.getResultStream()
                .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (VendorView.Service) row[1], toList())));
    }
}
