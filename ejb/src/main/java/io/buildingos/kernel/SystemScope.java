package io.buildingos.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service method that works across tenants and so lowers both walls for its transaction: login, the platform's own
 * acts, jobs. It must be where the transaction begins.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SystemScope {
    /** Why no single tenant's rows suffice. */
    String value();
}
