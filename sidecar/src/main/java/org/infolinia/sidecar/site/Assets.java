package org.infolinia.sidecar.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Style sheets, scripts and pictures, from {@code /assets} on the class path. They hold nothing of anybody's. */
@Path("/assets")
public final class Assets {

    /** A file of ours in one folder of ours: nothing that could lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}/[a-z0-9-]{1,60}\\.(css|js|svg|png|woff2)");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    /** Read once: they are few, and the jar's. */
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    private record Asset(byte[] bytes, EntityTag tag, String type) {}

    @GET
    @Path("{name: .+}")
    @Anybody
    public Response get(@PathParam("name") String name, @Context Request request) {
        Optional<Asset> asset = NAME.matcher(name).matches() ? asset(name) : Optional.empty();
        if (asset.isEmpty()) {
            throw new Refused(Response.Status.NOT_FOUND, "fault.404");
        }
        Response.ResponseBuilder unchanged =
                request.evaluatePreconditions(asset.get().tag());
        return (unchanged == null ? Response.ok(asset.get().bytes(), asset.get().type()) : unchanged)
                .tag(asset.get().tag())
                .header("Cache-Control", "no-cache")
                .build();
    }

    /** What is not there is not remembered: anybody may ask for anything. */
    private Optional<Asset> asset(String name) {
        Optional<Asset> known = Optional.ofNullable(read.get(name));
        if (known.isPresent()) {
            return known;
        }
        Optional<Asset> found = read(name);
        found.ifPresent(one -> read.put(name, one));
        return found;
    }

    private static Optional<Asset> read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            CRC32C sum = new CRC32C();
            sum.update(ByteBuffer.wrap(bytes));
            return Optional.of(new Asset(
                    bytes,
                    new EntityTag(Long.toHexString(sum.getValue())),
                    TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream")));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
