package io.buildingos.vendor;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A vendor as it is shown, with what it does where, as far as the caller sees those buildings. */
public record VendorView(
        UUID id,
        long version,
        String name,
        String taxId,
        String contact,
        String email,
        String phone,
        Instant createdAt,
        Instant archivedAt,
        List<Service> services)
        implements Tagged {
    static final String SELECT = "new io.buildingos.vendor.VendorView(v.id, v.version, v.name, v.taxId, v.contact,"
            + " v.email, v.phone, v.createdAt, v.archivedAt)";

    public VendorView {
        services = List.copyOf(services);
    }

    /** As a list selects it; the services of a page are read together. */
    public VendorView(
            UUID id,
            long version,
            String name,
            String taxId,
            String contact,
            String email,
            String phone,
            Instant createdAt,
            Instant archivedAt) {
        this(id, version, name, taxId, contact, email, phone, createdAt, archivedAt, List.of());
    }

    VendorView with(List<Service> offered) {
        return new VendorView(id, version, name, taxId, contact, email, phone, createdAt, archivedAt, offered);
    }

    /** What a merge patch is applied to. */
    public DescribeVendor description() {
        return new DescribeVendor(name, taxId, contact, email, phone);
    }

    /** One thing it does in one building. */
    public record Service(UUID buildingId, String service) {}
}
