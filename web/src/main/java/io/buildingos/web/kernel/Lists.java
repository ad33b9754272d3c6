package io.buildingos.web.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description can't find out by itself about a list: see {@link ApiLists}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Lists {
    /** The service's constant, where it declares several listings of the same view. */
    String value() default "";

    /** The filters of a list that isn't a {@link io.buildingos.kernel.Listing}: those that are texts. */
    String[] filters() default {};

    /** The same: those that are instants. */
    String[] instants() default {};
}
