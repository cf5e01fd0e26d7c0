package org.infolinia.sidecar.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how large a body a resource takes in, where it is more than a form. The resource reads it as it comes; a script
 * sends it, with the proof in the header.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Largest {

    /** Bytes. */
    long value();
}
