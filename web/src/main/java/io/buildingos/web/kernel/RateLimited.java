package io.buildingos.web.kernel;

import io.buildingos.kernel.RateLimit;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation with a limit of its own per address, instead of the general one per user. Of a login only failures
 * count, and these per account, too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {
    RateLimit value();
}
