package org.infolinia.sidecar.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.infolinia.hotline.people.Role;

/** Says which roles may ask for a resource. Each method of a resource has this or {@link Anybody}, or nothing starts. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    Role[] value();
}
