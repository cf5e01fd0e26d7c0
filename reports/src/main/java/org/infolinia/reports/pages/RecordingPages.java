package org.infolinia.reports.pages;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.recording.FoundRecording;
import org.infolinia.hotline.recording.RecordingIndex;
import org.infolinia.hotline.recording.RecordingSearch;
import org.infolinia.reports.recordings.Recording;
import org.infolinia.reports.recordings.RecordingScan;
import org.infolinia.reports.recordings.WavSound;
import org.infolinia.reports.recordings.Waveforms;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages by which a recording is found to be heard. */
@Path("/recordings")
public final class RecordingPages {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingPages.class);

    private static final int ROWS = 50;
    private static final int LAST_PAGE = 10_000;
    private static final int ACCESSES = 200;

    private final RecordingIndex index;
    private final RecordingScan scan;
    private final Shelf shelf;
    private final Plays plays;
    private final Waveforms waveforms;
    private final RecordingWords words;
    private final Templates templates;
    private final Clock clock;

    RecordingPages(
            RecordingIndex index,
            RecordingScan scan,
            Shelf shelf,
            Plays plays,
            RecordingWords words,
            Templates templates,
            Clock clock) {
        this.index = index;
        this.scan = scan;
        this.shelf = shelf;
        this.plays = plays;
        this.waveforms = new Waveforms();
        this.words = words;
        this.templates = templates;
        this.clock = clock;
    }

    /** A conversation of the list. */
    public record Row(
            String id, String at, String queue, String consultant, String number, String length, String state) {}

    /** The list; whoever may not hear recordings sees that they are there, without their callers' numbers. */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response list(
            @Context ContainerRequestContext asked,
            @Context UriInfo uri,
            @QueryParam("page") @DefaultValue("0") int page)
            throws IOException {
        boolean hears = Visitor.of(asked).account().role() == Role.LEAD;
        int shown = Math.max(0, Math.min(LAST_PAGE, page));
        SearchForm form = SearchForm.of(uri.getQueryParameters(), LocalDate.ofInstant(clock.instant(), words.zone()));
        List<FoundRecording> found = List.of();
        String wrong = "";
        try {
            RecordingSearch search = (hears ? form : form.withoutNumber()).search(words.zone());
            freshen();
            // One more than is shown tells whether there is a next page.
            found = index.find(search, ROWS + 1, shown * ROWS);
        } catch (SearchForm.Wrong typed) {
            wrong = typed.word;
        }
        Map<String, String> names = words.names();
        List<Row> rows = new ArrayList<>();
        for (FoundRecording one : found.subList(0, Math.min(ROWS, found.size()))) {
            rows.add(row(asked, one, shelf.file(one), names, hears));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("wrong", wrong);
        model.put("rows", rows);
        model.put("queues", words.queues(Visitor.of(asked).language()));
        model.put("people", words.people());
        model.put("hears", hears);
        model.put("page", shown);
        model.put("more", found.size() > ROWS);
        model.put("query", form.query());
        return templates.page(asked, "reports/recordings.ftlh", model);
    }

    /** What is known of a recording, with its player. */
    @GET
    @Path("{id}")
    @Allowed(Role.LEAD)
    public Response one(@Context ContainerRequestContext asked, @PathParam("id") String id) throws IOException {
        FoundRecording found = shelf.found(id);
        Optional<Recording> file = shelf.file(found);
        boolean playable = file.filter(Recording::hasSound).isPresent();
        Map<String, String> names = words.names();
        Map<String, Object> model = new HashMap<>();
        model.put("row", row(asked, found, file, names, true));
        model.put("call", found.linkedId());
        model.put("deleted", found.deleted().map(words::time).orElse(""));
        model.put("playable", playable);
        model.put("accesses", words.accesses(found.name(), ACCESSES, names));
        if (playable) {
            WavSound sound = WavSound.of(file.get());
            Drawing drawing = Drawing.of(waveforms.of(sound), file.get());
            model.put("drawing", drawing);
            model.put("seconds", file.get().length().toMillis() / 1000.0);
            model.put("token", plays.open(Visitor.of(asked).session().key(), id));
        }
        return templates.page(asked, "reports/recording.ftlh", model);
    }

    /** What is in the folder counts; without it, what was there is shown. */
    private void freshen() {
        try {
            scan.freshen();
        } catch (UncheckedIOException fault) {
            LOG.error("{}: {}", fault.getMessage(), String.valueOf(fault.getCause()));
        }
    }

    private Row row(
            ContainerRequestContext asked,
            FoundRecording found,
            Optional<Recording> file,
            Map<String, String> names,
            boolean hears) {
        return new Row(
                found.id(),
                words.time(found.began()),
                words.queue(found.queue(), Visitor.of(asked).language()),
                names.getOrDefault(found.consultant(), found.consultant()),
                found.number()
                        .map(number -> hears ? RecordingWords.readable(number) : RecordingWords.masked(number))
                        .orElse(""),
                file.map(Recording::length)
                        .or(found::length)
                        .map(RecordingWords::length)
                        .orElse(""),
                state(found, file));
    }

    /** A word of {@code recordings.state}. */
    private static String state(FoundRecording found, Optional<Recording> file) {
        if (found.declined()) {
            return "declined";
        }
        if (found.deleted().isPresent()) {
            return "deleted";
        }
        if (found.name().isEmpty()) {
            return "none";
        }
        return file.map(one -> switch (one.state()) {
                    case COMPLETE -> "kept";
                    case BEING_WRITTEN -> "being-made";
                    case CUT_OFF -> "cut-off";
                    case EMPTY -> "empty";
                    case BROKEN -> "broken";
                })
                .orElse("missing");
    }
}
