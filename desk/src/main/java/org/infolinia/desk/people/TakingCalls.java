package org.infolinia.desk.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.QueuePlace;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineRefused;

/**
 * Whose calls people take, as hotline.xml says.
 *
 * @param edition the file that is there; the one in force where that is refused
 * @param refused what is wrong with the file that is there
 * @param inForce whether the edition is in force
 */
record TakingCalls(HotlineEdition edition, List<Finding> refused, boolean inForce) {

    /** Somebody whom hotline.xml lists, and who takes no calls: without an account, disabled, or of another role. */
    public record Left(String name, String why) {}

    static TakingCalls of(HotlineEditing editing) {
        HotlineEdition current = editing.current();
        try {
            HotlineEdition saved = editing.saved();
            return new TakingCalls(saved, List.of(), saved.sha256().equals(current.sha256()));
        } catch (HotlineRefused refused) {
            return new TakingCalls(current, refused.findings(), true);
        }
    }

    private Hotline hotline() {
        return edition.hotline();
    }

    boolean isListed(String name) {
        return hotline().consultants().stream().anyMatch(one -> one.name().equals(name));
    }

    /** What people call a queue, with the language that is its own. */
    String title(QueueRules queue, Language reader) {
        String title = hotline().queueTitle(queue.name().value(), reader);
        return queue.language().map(own -> title + " (" + own + ")").orElse(title);
    }

    /** The queues that somebody takes calls from, those from which they do so first in front. */
    List<String> titles(ConsultantSkills skills, Language reader) {
        return hotline().placesOf(skills).stream()
                .sorted((one, other) -> Integer.compare(one.penalty(), other.penalty()))
                .map(QueuePlace::queue)
                .flatMap(name -> hotline().queue(name).stream())
                .map(queue -> title(queue, reader))
                .toList();
    }

    /** The queues that no consultant takes calls from; none where accounts do not tell who is one. */
    List<String> unserved(List<Account> accounts, Language reader) {
        List<Account> consultants = accounts.stream()
                .filter(one -> one.role() == Role.CONSULTANT && !one.disabled())
                .toList();
        Set<QueueName> served = consultants.stream()
                .map(one -> hotline().skillsOf(one.login().value()))
                .flatMap(skills -> hotline().placesOf(skills).stream())
                .map(QueuePlace::queue)
                .collect(Collectors.toSet());
        return hotline().queues().stream()
                .filter(queue -> !consultants.isEmpty() && !served.contains(queue.name()))
                .map(queue -> title(queue, reader))
                .toList();
    }

    List<Left> left(List<Account> accounts) {
        Map<String, Account> known =
                accounts.stream().collect(Collectors.toMap(one -> one.login().value(), Function.identity()));
        return hotline().consultants().stream()
                .flatMap(one ->
                        why(Optional.ofNullable(known.get(one.name()))).map(why -> new Left(one.name(), why)).stream())
                .toList();
    }

    /** A word; empty for who may take calls. */
    static Optional<String> why(Optional<Account> account) {
        if (account.isEmpty()) {
            return Optional.of("no-account");
        }
        if (account.get().disabled()) {
            return Optional.of("disabled");
        }
        return account.get().role().takesCalls() ? Optional.empty() : Optional.of("role");
    }
}
