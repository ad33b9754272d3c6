package io.buildingos.operator;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the executable jar. */
final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Operator.class.getPackage().getImplementationVersion();
        return new String[] {"BuildingOS " + (version == null ? "(unpackaged)" : version)};
    }
}
