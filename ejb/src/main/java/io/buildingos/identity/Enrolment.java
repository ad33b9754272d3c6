package io.buildingos.identity;

/**
 * A second factor about to be, for the authenticator app.
 *
 * @param secret in base 32, to type where there is no camera
 */
public record Enrolment(String secret, String otpauthUri) {
    @Override
    public String toString() {
        return "Enrolment";
    }
}
