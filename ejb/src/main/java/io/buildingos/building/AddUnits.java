package io.buildingos.building;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Many units at once, all or none. */
public record AddUnits(@NotEmpty @Size(max = 1000) List<@NotNull @Valid DescribeUnit> units) {}
