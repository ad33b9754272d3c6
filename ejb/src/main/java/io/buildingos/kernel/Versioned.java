package io.buildingos.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row with an id made here and a version, which is what clients see as its ETag. */
@MappedSuperclass
public abstract class Versioned {
    @Id
    private UUID id;

    /** Boxed: null tells Hibernate that the row is new, so that persisting asks nothing of the database. */
    @Version
    @Column(nullable = false)
    private Long version;

    protected Versioned() {}

    protected Versioned(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    /** Refuses to change what is no longer what the client read. */
    public void requireVersion(long expected) {
        if (version() != expected) {
            throw Refusal.of(ErrorCode.VERSION_MISMATCH);
        }
    }
}
