package org.infolinia.sidecar.site;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import org.infolinia.hotline.Language;
import org.infolinia.sidecar.signin.SessionToken;

/** The two cookies of the site. */
final class Cookies {

    static final String SESSION = "infolinia";

    static final String LANGUAGE = "infolinia-language";

    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private Cookies() {}

    /** Gone when the browser is closed; no script reads it. */
    static NewCookie session(SessionToken token, UriInfo asked) {
        return strict(SESSION, asked).value(token.value()).build();
    }

    static NewCookie noSession(UriInfo asked) {
        return strict(SESSION, asked).value("").maxAge(0).build();
    }

    static NewCookie language(Language language, UriInfo asked) {
        return strict(LANGUAGE, asked)
                .value(language.code())
                .maxAge(YEAR_SECONDS)
                .build();
    }

    private static NewCookie.Builder strict(String name, UriInfo asked) {
        return new NewCookie.Builder(name)
                .path("/")
                // Without TLS there is the box itself alone, and not each browser takes a secure cookie from it.
                .secure(asked.getBaseUri().getScheme().equals("https"))
                .httpOnly(true)
                // Lax: a link in a letter leads to the page, not to the sign-in.
                .sameSite(NewCookie.SameSite.LAX);
    }
}
