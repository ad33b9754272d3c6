package io.buildingos.vendor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a vendor does in one building, from now on.
 *
 * @param services in words, as "Lifts"; none, when it works there no more
 */
public record SetServices(@NotNull @Size(max = 50) List<@NotBlank @Size(max = 80) String> services) {}
