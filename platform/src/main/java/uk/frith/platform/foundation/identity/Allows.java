package uk.frith.platform.foundation.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares who may use a route and for what purpose; a route without it is refused to everybody. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {

    /** What somebody must be permitted to do. */
    Permission value();

    /** Why the route is used, in words that stand in the audit. */
    String purpose();
}
