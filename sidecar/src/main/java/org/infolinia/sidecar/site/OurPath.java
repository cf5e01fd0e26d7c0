package org.infolinia.sidecar.site;

import java.util.regex.Pattern;

/** Where we lead on to: a path of this site, never another site's address. */
final class OurPath {

    private static final Pattern FORM = Pattern.compile("/(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*)?");

    private OurPath() {}

    /** The first page in place of anything else. */
    static String of(String path) {
        return FORM.matcher(path).matches() ? path : "/";
    }
}
