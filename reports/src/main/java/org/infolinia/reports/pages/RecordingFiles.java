package org.infolinia.reports.pages;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.infolinia.hotline.people.Role;
import org.infolinia.reports.recordings.Handout;
import org.infolinia.reports.recordings.Recording;
import org.infolinia.reports.recordings.SoundEncoder;
import org.infolinia.reports.recordings.WavSound;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound of recordings: in parts for the page's player, whole for whoever takes it along. */
@Path("/recordings")
public final class RecordingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingFiles.class);

    /** Making an mp3 takes a processor. */
    private static final int ENCODERS = 2;

    private final Shelf shelf;
    private final Plays plays;
    private final Handout handout;
    private final SoundEncoder mp3;
    private final Semaphore encoders = new Semaphore(ENCODERS);

    RecordingFiles(Shelf shelf, Plays plays, Handout handout, SoundEncoder mp3) {
        this.shelf = shelf;
        this.plays = plays;
        this.handout = handout;
        this.mp3 = mp3;
    }

    /** The part of the sound that the player asks for; the first one of a player is an access. */
    @GET
    @Path("{id}/sound")
    @Allowed(Role.LEAD)
    public Response sound(
            @Context ContainerRequestContext asked,
            @Context Request request,
            @PathParam("id") String id,
            @QueryParam("play") @DefaultValue("") String token,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange)
            throws IOException {
        Plays.Play play = play(asked, token, id);
        WavSound sound = shelf.sound(id);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(written(sound), tag(sound));
        if (unchanged != null) {
            return headed(unchanged, sound).build();
        }
        Optional<ByteRange> part = ByteRange.of(range, sound.size()).filter(one -> isStill(ifRange, sound));
        if (part.isPresent() && !part.get().isThere()) {
            return headed(Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE), sound)
                    .header("Content-Range", "bytes */" + sound.size())
                    .build();
        }
        play.enterOnce(() -> handout.enter(sound.recording().name().text(), who(asked), "play"));
        ByteRange sent = part.orElse(new ByteRange(0, sound.size() - 1));
        Response.ResponseBuilder answer = headed(
                        Response.status(part.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK), sound)
                .type("audio/wav")
                .header("Content-Length", sent.length())
                .entity((StreamingOutput)
                        out -> ToBrowser.write(out, browser -> sound.write(browser, sent.first(), sent.length())));
        part.ifPresent(
                one -> answer.header("Content-Range", "bytes " + one.first() + "-" + one.last() + "/" + sound.size()));
        return answer.build();
    }

    /** What the whole sound is like; nobody hears anything, so it is no access. */
    @HEAD
    @Path("{id}/sound")
    @Allowed(Role.LEAD)
    public Response about(
            @Context ContainerRequestContext asked,
            @PathParam("id") String id,
            @QueryParam("play") @DefaultValue("") String token)
            throws IOException {
        play(asked, token, id);
        WavSound sound = shelf.sound(id);
        return headed(Response.ok(), sound)
                .type("audio/wav")
                .header("Content-Length", sound.size())
                .build();
    }

    /** A file to take along. */
    @POST
    @Path("{id}/download")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Role.LEAD)
    public Response download(
            @Context ContainerRequestContext asked,
            @PathParam("id") String id,
            @FormParam("format") @DefaultValue("") String format)
            throws IOException {
        WavSound sound = shelf.sound(id);
        return switch (format) {
            case "wav" -> {
                handout.enter(sound.recording().name().text(), who(asked), "wav");
                yield file(
                        sound.recording(), ".wav", "audio/wav", out -> sound.write(out, 0, sound.size()), sound.size());
            }
            case "mp3" -> mp3(sound.recording(), who(asked));
            default -> throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
        };
    }

    private Response mp3(Recording recording, String who) throws IOException {
        if (!encoders.tryAcquire()) {
            throw new Refused(Response.Status.SERVICE_UNAVAILABLE, "recordings.busy");
        }
        java.nio.file.Path folder = Files.createTempDirectory("infolinia-recording");
        try {
            java.nio.file.Path made = handout.give(recording, who, "mp3", folder, Optional.of(mp3));
            long size = Files.size(made);
            // Gone from the folder when this returns, there for whoever has it open: nothing stays behind, whatever
            // happens.
            InputStream sound = Files.newInputStream(made, StandardOpenOption.READ);
            return file(
                    recording,
                    mp3.ending(),
                    "audio/mpeg",
                    out -> {
                        try (sound) {
                            sound.transferTo(out);
                        }
                    },
                    size);
        } catch (Handout.NotEncoded fault) {
            LOG.error("a recording cannot be made an mp3: {}", fault.getMessage());
            throw new Refused(Response.Status.SERVICE_UNAVAILABLE, "recordings.not-encoded");
        } finally {
            encoders.release();
            clear(folder);
        }
    }

    private static void clear(java.nio.file.Path folder) throws IOException {
        try (Stream<java.nio.file.Path> left = Files.list(folder)) {
            for (java.nio.file.Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }

    private static Response file(Recording recording, String ending, String type, StreamingOutput sound, long size) {
        // A recording's name has letters, digits and . _ + - alone.
        return Response.ok((StreamingOutput) out -> ToBrowser.write(out, sound::write), type)
                .header("Content-Length", size)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + recording.name().text() + ending + "\"")
                .build();
    }

    private Plays.Play play(ContainerRequestContext asked, String token, String id) {
        return plays.find(token, Visitor.of(asked).session().key(), id)
                .orElseThrow(() -> new Refused(Response.Status.GONE, "recordings.player-over"));
    }

    private static String who(ContainerRequestContext asked) {
        return Visitor.of(asked).account().login().value();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer, WavSound sound) {
        return answer.tag(tag(sound)).lastModified(written(sound)).header("Accept-Ranges", "bytes");
    }

    /** Whether the browser's part is of the sound as it is now; where it is not, it gets all of it. */
    private static boolean isStill(@Nullable String ifRange, WavSound sound) {
        if (ifRange == null) {
            return true;
        }
        if (ifRange.endsWith("\"")) {
            return ifRange.equals("\"" + sound.version() + "\"");
        }
        try {
            return ZonedDateTime.parse(ifRange, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .equals(sound.written().truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private static EntityTag tag(WavSound sound) {
        return new EntityTag(sound.version());
    }

    private static Date written(WavSound sound) {
        return Date.from(sound.written().truncatedTo(ChronoUnit.SECONDS));
    }
}
