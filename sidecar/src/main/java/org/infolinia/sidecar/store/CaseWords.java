package org.infolinia.sidecar.store;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseNumber;
import org.infolinia.hotline.cases.SearchWords;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps the words by which a case is found. */
final class CaseWords {

    private CaseWords() {}

    /** Whether anything is other that a case is found by. */
    static boolean differ(Case before, Case after) {
        return SearchWords.FIELDS.stream().anyMatch(field -> !before.get(field).equals(after.get(field)));
    }

    /** Writes what is other than before: of what is typed on, a word or two. */
    static void rewrite(Handle handle, CaseNumber number, Map<CaseField, String> fields) {
        Set<String> words = SearchWords.of(number, fields);
        Set<String> there = new HashSet<>(handle.createQuery("select word from case_word where case_number = :number")
                .bind("number", number.toString())
                .mapTo(String.class)
                .list());
        each(
                handle,
                "insert into case_word (word, case_number) values (:word, :number)",
                number,
                words.stream().filter(word -> !there.contains(word)).toList());
        each(
                handle,
                "delete from case_word where word = :word and case_number = :number",
                number,
                there.stream().filter(word -> !words.contains(word)).toList());
    }

    private static void each(Handle handle, String statement, CaseNumber number, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(statement);
        words.forEach(word ->
                batch.bind("word", word).bind("number", number.toString()).add());
        batch.execute();
    }

    /** The condition that a case has a word that begins so; its bounds are {@code :from…} and {@code :to…}. */
    static String condition(int place) {
        return "number in (select case_number from case_word where word between :from" + place + " and :to" + place
                + ")";
    }

    /** The last word that can begin so: no sign of theirs comes behind z, in whatever order a database sorts. */
    static String last(String beginning) {
        return beginning + "z".repeat(Math.max(0, SearchWords.LONGEST - beginning.length()));
    }
}
