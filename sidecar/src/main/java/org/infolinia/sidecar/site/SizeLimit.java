package org.infolinia.sidecar.site;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes a request's body in, up to 64 kB, which no form of ours exceeds; or hands on a {@link LargeBody}. */
@Priority(Priorities.AUTHORIZATION - 1)
final class SizeLimit implements ContainerRequestFilter {

    private static final int LARGEST = 64 * 1024;

    /** So much is read to be thrown away: a browser that still sends does not read our answer. */
    private static final int THROWN_AWAY = 15_000_000;

    private final Optional<Long> largest;

    /** @param largest bytes, where the resource takes in more than a form */
    SizeLimit(Optional<Long> largest) {
        this.largest = largest;
    }

    static Refused exceeded() {
        return new Refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "fault.413");
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.hasEntity()) {
            return;
        }
        InputStream sent = request.getEntityStream();
        if (largest.isPresent() && !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            if (request.getLength() > largest.get()) {
                if (request.getLength() <= THROWN_AWAY) {
                    throwAway(sent);
                }
                throw exceeded();
            }
            request.setEntityStream(new LargeBody(sent, largest.get()));
            return;
        }
        byte[] body = sent.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throwAway(sent);
            throw exceeded();
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
