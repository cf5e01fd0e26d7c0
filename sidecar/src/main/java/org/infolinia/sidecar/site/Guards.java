package org.infolinia.sidecar.site;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.people.Role;

/** Puts a {@link Guard} before each resource, by what is written at its method. */
final class Guards implements DynamicFeature {

    private final Set<Role> secondFactor;

    /** @param secondFactor of whom a second factor is required */
    Guards(Set<Role> secondFactor) {
        this.secondFactor = Set.copyOf(secondFactor);
    }

    /** @throws IllegalStateException when nothing is written there */
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceClass().getName().startsWith("org.infolinia.")) {
            return; // Jersey's own answer to OPTIONS
        }
        Allowed allowed = resource.getResourceMethod().getAnnotation(Allowed.class);
        boolean anybody = resource.getResourceMethod().isAnnotationPresent(Anybody.class);
        if (allowed == null && !anybody) {
            throw new IllegalStateException(resource.getResourceMethod() + " does not say who is allowed");
        }
        Largest largest = resource.getResourceMethod().getAnnotation(Largest.class);
        context.register(new SizeLimit(Optional.ofNullable(largest).map(Largest::value)));
        context.register(new Guard(allowed == null ? Set.of() : Set.of(allowed.value()), anybody, secondFactor));
    }
}
