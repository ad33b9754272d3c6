package io.buildingos.building;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What can be said of a building, at its creation and later. */
public record DescribeBuilding(
        @NotBlank @Size(max = 120) String name,
        @NotNull @Size(max = 300) String address) {}
