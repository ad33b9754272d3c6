package io.buildingos.config;

/** What the value of a setting must look like. */
@FunctionalInterface
interface Rule {
    /** The value in its canonical form. The reasons of a refusal never quote the value. */
    String accept(String value, Environment environment) throws Refusal;

    default Rule and(Rule next) {
        return (value, environment) -> next.accept(accept(value, environment), environment);
    }
}
