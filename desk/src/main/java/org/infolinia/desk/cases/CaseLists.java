package org.infolinia.desk.cases;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.dictionary.Dictionaries;
import org.infolinia.hotline.dictionary.DictionaryEntry;
import org.infolinia.hotline.dictionary.DictionaryKind;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.sidecar.site.Visitor;

/** What is chosen from in a case: categories, outcomes, people. */
public final class CaseLists {

    private final Dictionaries dictionaries;
    private final Accounts accounts;

    public CaseLists(Dictionaries dictionaries, Accounts accounts) {
        this.dictionaries = dictionaries;
        this.accounts = accounts;
    }

    /**
     * For a page's script.
     *
     * @param me the reader's sign-in name
     */
    public record Lists(String me, List<Entry> categories, List<Entry> outcomes, List<Entry> people) {}

    /**
     * One that can be chosen, or could once.
     *
     * @param code    of a person, their sign-in name
     * @param retired can no longer be
     */
    public record Entry(String code, String name, boolean retired) {}

    public Lists of(ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        return new Lists(
                visitor.account().login().value(),
                entries(DictionaryKind.CATEGORY, visitor.language()),
                entries(DictionaryKind.OUTCOME, visitor.language()),
                accounts.all().stream()
                        .map(one -> new Entry(one.login().value(), one.name(), !mayHaveCases(one)))
                        .toList());
    }

    private List<Entry> entries(DictionaryKind kind, Language language) {
        return dictionaries.all(kind).stream()
                .map(one -> new Entry(one.code(), one.name(language.code()), one.retired()))
                .toList();
    }

    /** Whether a value can be chosen by somebody who has that case before them; what is there already may stay. */
    boolean knows(Case before, CaseField field, String value) {
        if (value.isEmpty() || value.equals(before.get(field))) {
            return true;
        }
        return switch (field) {
            case CATEGORY -> isUsed(DictionaryKind.CATEGORY, value);
            case OUTCOME -> isUsed(DictionaryKind.OUTCOME, value);
            case ASSIGNEE ->
                accounts.all().stream().anyMatch(one -> one.login().value().equals(value) && mayHaveCases(one));
            default -> true;
        };
    }

    private boolean isUsed(DictionaryKind kind, String code) {
        Optional<DictionaryEntry> entry = dictionaries.all(kind).stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
        return entry.filter(one -> !one.retired()).isPresent();
    }

    private static boolean mayHaveCases(Account account) {
        return !account.disabled() && account.role().takesCalls();
    }
}
