package org.infolinia.sidecar.site;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.infolinia.hotline.Language;

/** Where the language of the pages is chosen. */
@Path("/language")
public final class LanguagePage {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anybody
    public Response language(
            @Context UriInfo asked,
            @FormParam("language") @DefaultValue("pl") String language,
            @FormParam("then") @DefaultValue("/") String then) {
        Language chosen = language.equals(Words.ENGLISH.code()) ? Words.ENGLISH : Words.POLISH;
        return Response.seeOther(URI.create(OurPath.of(then)))
                .cookie(Cookies.language(chosen, asked))
                .build();
    }
}
