package io.buildingos.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Where only an empty one leaves open whether there is what it is of: most requests save that look. */
    public Page<T> unlessEmpty(Runnable look) {
        if (items.isEmpty()) {
            look.run();
        }
        return this;
    }
}
