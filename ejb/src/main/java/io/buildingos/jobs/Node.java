package io.buildingos.jobs;

import io.buildingos.kernel.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This server among those that share the database: its name, and the process that bears it now. */
@ApplicationScoped
public class Node {
    private final UUID incarnation = UuidV7.create();

    @Inject
    @ConfigProperty(name = "BUILDINGOS_NODE", defaultValue = "buildingos")
    private String name;

    public String name() {
        return name;
    }

    public UUID incarnation() {
        return incarnation;
    }
}
