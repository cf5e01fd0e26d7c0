package org.infolinia.sidecar.site;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.infolinia.sidecar.database.DatabaseBusy;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.signin.TooManyAtOnce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a fault in the words of whoever asked; the log has the rest, under the number that they are told. */
final class Faults implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final int RETRY_SECONDS = 2;

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof Refused refused) {
            return answer(refused.status(), refused.word());
        }
        if (fault instanceof WebApplicationException known) {
            int status = known.getResponse().getStatus();
            if (status == 405) {
                return Response.fromResponse(known.getResponse())
                        .entity(LatePage.fault("fault.405"))
                        .build();
            }
            return answer(status, status == 404 ? "fault.404" : status == 413 ? "fault.413" : "fault.400");
        }
        if (fault instanceof DatabaseUnavailable || fault instanceof DatabaseBusy) {
            LOG.error("a page cannot be had without the database: {}", fault.getMessage());
            return answer(503, "fault.database");
        }
        if (fault instanceof TooManyAtOnce) {
            return Response.fromResponse(answer(503, "fault.busy"))
                    .header("Retry-After", RETRY_SECONDS)
                    .build();
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("fault {} in a page", number, fault);
        return answer(500, "fault.500", number);
    }

    private static Response answer(int status, String word, String... arguments) {
        return Response.status(status).entity(LatePage.fault(word, arguments)).build();
    }
}
