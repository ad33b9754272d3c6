package io.buildingos.identity;

/** The form of names people give. */
final class Texts {
    /** One line with something to see in it. */
    static final String NAME = "(?U)\\P{Cntrl}*[^\\s\\p{Cntrl}]\\P{Cntrl}*";

    static final String NAME_MESSAGE = "must be a name on one line";

    private Texts() {}
}
