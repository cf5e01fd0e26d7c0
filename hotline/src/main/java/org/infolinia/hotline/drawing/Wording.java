package org.infolinia.hotline.drawing;

import org.infolinia.hotline.Language;

/** What stands in a picture besides the hotline's own words: in Polish for Polish, in English for any other language. */
record Wording(boolean polish) {

    static Wording in(Language language) {
        return new Wording(language.code().equals("pl"));
    }

    String of(String inPolish, String inEnglish) {
        return polish ? inPolish : inEnglish;
    }

    String kind(Picture.Kind kind) {
        return switch (kind) {
            case ANNOUNCE -> of("zapowiedź", "announcement");
            case MENU -> of("pytanie o klawisz", "asks for a key");
            case BRANCH -> of("rozgałęzienie", "branch");
            case LANGUAGE -> of("zmiana na resztę rozmowy", "change for the rest of the call");
            case QUEUE -> of("kolejka do konsultanta", "queue for a consultant");
            case OUTSIDE -> of("oddzwonienie, przekazanie", "call-back, transfer");
            case SUBTREE -> of("część drzewa", "part of the tree");
            case END -> of("koniec rozmowy", "end of the call");
        };
    }
}
