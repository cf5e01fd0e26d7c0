package org.infolinia.sidecar.site;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import org.infolinia.hotline.Language;
import org.infolinia.sidecar.signin.SessionToken;

/** The two cookies of the site. */
final class Cookies {

    private static final String SESSION = "infolinia";

    /** With TLS: a browser takes a cookie of this name from nobody but this very host, by TLS. */
    private static final String SECURE_SESSION = "__Host-" + SESSION;

    static final String LANGUAGE = "infolinia-language";

    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private Cookies() {}

    /** By what name the session's cookie comes. */
    static String sessionName(UriInfo asked) {
        return isSecure(asked) ? SECURE_SESSION : SESSION;
    }

    /** Whether the browser asked by TLS. */
    static boolean isSecure(UriInfo asked) {
        return asked.getBaseUri().getScheme().equals("https");
    }

    /** Gone when the browser is closed; no script reads it. */
    static NewCookie session(SessionToken token, UriInfo asked) {
        return strict(sessionName(asked), asked).value(token.value()).build();
    }

    static NewCookie noSession(UriInfo asked) {
        return strict(sessionName(asked), asked).value("").maxAge(0).build();
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
                .secure(isSecure(asked))
                .httpOnly(true)
                // Lax: a link in a letter leads to the page, not to the sign-in.
                .sameSite(NewCookie.SameSite.LAX);
    }
}
