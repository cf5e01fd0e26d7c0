package org.infolinia.sidecar.site;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes a request's body in, up to 64 kB: no form of ours is larger. */
@Priority(Priorities.AUTHORIZATION - 1)
final class SizeLimit implements ContainerRequestFilter {

    private static final int LARGEST = 64 * 1024;

    /** So much more is read to be thrown away: a browser that still sends does not read our answer. */
    private static final int THROWN_AWAY = 15_000_000;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.hasEntity()) {
            return;
        }
        InputStream sent = request.getEntityStream();
        byte[] body = sent.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throwAway(sent);
            throw new Refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "fault.413");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static void throwAway(InputStream sent) throws IOException {
        byte[] scrap = new byte[8192];
        int left = THROWN_AWAY;
        int read = sent.read(scrap);
        while (read >= 0 && left > 0) {
            left -= read;
            read = sent.read(scrap);
        }
    }
}
