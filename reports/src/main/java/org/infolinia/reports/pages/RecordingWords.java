package org.infolinia.reports.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.recording.RecordingBook;
import org.infolinia.reports.rows.CallRow;

/** What people call the things that recordings name. */
final class RecordingWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern POLISH = Pattern.compile("\\+48(\\d{3})(\\d{3})(\\d{3})");
    private static final String NO_QUEUE = "NONE";

    private final Supplier<Hotline> hotline;
    private final Accounts accounts;
    private final RecordingBook book;

    RecordingWords(Supplier<Hotline> hotline, Accounts accounts, RecordingBook book) {
        this.hotline = hotline;
        this.accounts = accounts;
        this.book = book;
    }

    /** Something to choose from. */
    public record Choice(String value, String title) {}

    /** Somebody's getting of a recording; {@code how} is a word of {@code recordings.how}. */
    public record Access(String at, String who, String how) {}

    ZoneId zone() {
        return hotline.get().hours().zone();
    }

    String time(Instant moment) {
        return TIME.format(moment.atZone(zone()));
    }

    /** Empty of a call that came from no queue. */
    String queue(String name, Language language) {
        return name.equals(NO_QUEUE) ? "" : hotline.get().queueTitle(name, language);
    }

    List<Choice> queues(Language language) {
        Hotline now = hotline.get();
        return now.queues().stream()
                .map(queue -> queue.name().value())
                .map(name -> new Choice(name, now.queueTitle(name, language)))
                .toList();
    }

    /** Whoever takes calls, or did. */
    List<Choice> people() {
        return accounts.all().stream()
                .filter(one -> one.role().takesCalls())
                .map(one -> new Choice(one.login().value(), one.name()))
                .toList();
    }

    /** @param names as {@link #names} gives them */
    List<Access> accesses(String recording, int most, Map<String, String> names) {
        return book.accesses(recording, most).stream()
                .map(one -> new Access(time(one.when()), names.getOrDefault(one.who(), one.who()), one.how()))
                .toList();
    }

    /** What everybody with an account is called, by login: a question to the database. */
    Map<String, String> names() {
        return accounts.all().stream()
                .collect(Collectors.toMap(one -> one.login().value(), Account::name));
    }

    /** Polish numbers in threes. */
    static String readable(String number) {
        Matcher polish = POLISH.matcher(number);
        return polish.matches() ? polish.group(1) + " " + polish.group(2) + " " + polish.group(3) : number;
    }

    static String masked(String number) {
        return CallRow.masked(number);
    }

    /** Minutes and seconds; hours where there are some. */
    static String length(Duration length) {
        long seconds = (length.toMillis() + 500) / 1000;
        long hours = seconds / 3600;
        String minutes = seconds / 60 % 60 + "";
        return (hours > 0 ? hours + ":" + (minutes.length() < 2 ? "0" : "") : "")
                + minutes
                + String.format(":%02d", seconds % 60);
    }
}
