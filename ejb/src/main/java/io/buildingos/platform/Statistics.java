package io.buildingos.platform;

import java.util.Map;

/**
 * The installation in figures.
 *
 * @param tenants by status
 * @param subscriptions by effective status
 * @param plans tenants by the plan subscribed to
 */
public record Statistics(
        Map<String, Long> tenants,
        Map<String, Long> subscriptions,
        Map<String, Long> plans,
        long users,
        long buildings,
        long units,
        long people,
        long currentOccupancies) {}
