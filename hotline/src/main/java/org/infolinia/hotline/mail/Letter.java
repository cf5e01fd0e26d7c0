package org.infolinia.hotline.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An e-mail to one person.
 *
 * @param about     what it is about, such as {@code report-2026-10-v1}; nobody gets two letters about one thing
 * @param recipient who gets it
 * @param messageId as in its header, without angle brackets; the same however often it is tried
 * @param subject   one line
 * @param text      plain, lines parted by {@code \n}
 * @param documents go with it
 * @param created   whole seconds are kept
 * @param expires   when it is no longer worth sending; empty where it is for ever
 */
public record Letter(
        String about,
        EmailAddress recipient,
        String messageId,
        String subject,
        String text,
        List<Document> documents,
        Instant created,
        Optional<Instant> expires) {

    /** @throws IllegalArgumentException when the subject is empty, long or more than a line, or what it is about no name */
    public Letter {
        if (!about.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("letter about \"" + about + "\": small letters, digits and dashes");
        }
        if (subject.isBlank() || subject.length() > 200 || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("letter about " + about + ", subject \"" + subject + "\": one line");
        }
        documents = List.copyOf(documents);
    }

    /**
     * Writes one.
     *
     * @param sender whose domain is in the message id; who it is from is said when it is sent
     */
    public static Letter of(
            EmailAddress sender,
            String about,
            EmailAddress recipient,
            String subject,
            String text,
            List<Document> documents,
            Instant created,
            Optional<Instant> expires) {
        StringBuilder what = new StringBuilder(recipient + "\n" + created.getEpochSecond() + "\n" + text);
        documents.forEach(document -> what.append('\n').append(document.sha256()));
        // The contents too: a second box of the same people must not make a name that a mail program has seen already.
        String unique = Document.digest(what.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 20);
        return new Letter(
                about,
                recipient,
                about + "." + unique + "@" + sender.domain(),
                subject,
                text,
                documents,
                created,
                expires);
    }
}
