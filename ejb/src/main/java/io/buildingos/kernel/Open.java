package io.buildingos.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A service method that asks for no permission: to anybody, to whoever is logged in, or to the product itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {
    To value();

    /** Who may call. */
    enum To {
        ANYBODY,
        LOGGED_IN,
        SYSTEM
    }
}
