package org.infolinia.agi.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.number.NumberRefused;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.number.PhoneNumbers;

/** Settles with a caller on which number to call them back. */
final class NumberDialogue {

    /** More than this nobody tries; their place in the queue waits meanwhile. */
    private static final int TRIES = 4;

    private static final Duration FOR_A_KEY = Duration.ofSeconds(6);
    private static final Duration BETWEEN_DIGITS = Duration.ofSeconds(5);

    /** Two zeros, a country code and the longest number there is. */
    private static final int MOST_DIGITS = 17;

    private static final char AGREED = '1';
    private static final char ANOTHER = '2';

    private final CallerLine line;
    private final PhoneNumbers numbers;

    NumberDialogue(CallerLine line, PhoneNumbers numbers) {
        this.line = line;
        this.numbers = numbers;
    }

    /**
     * @param callerNumber as the network told it; empty of an anonymous caller
     * @return empty where the caller rather waits, or did not manage
     */
    Optional<PhoneNumber> settle(String callerNumber) throws CallerHungUp {
        Optional<PhoneNumber> number = readable(callerNumber);
        List<String> first = new ArrayList<>();
        for (int tries = 0; tries < TRIES; tries++) {
            if (number.isEmpty()) {
                Entered entered = enter(first);
                first = entered.complaint();
                number = entered.number();
            } else {
                Optional<Character> key = line.ask(readBack(number.get()), FOR_A_KEY);
                if (key.isPresent() && key.get() == AGREED) {
                    return number;
                }
                if (key.isPresent() && key.get() == ANOTHER) {
                    number = Optional.empty();
                } else if (key.isPresent()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PhoneNumber> readable(String callerNumber) {
        try {
            return Optional.of(numbers.callable(callerNumber));
        } catch (NumberRefused refused) {
            // Anonymous, or a number that nobody could call: the caller is asked for one.
            return Optional.empty();
        }
    }

    /**
     * What the caller keyed in.
     *
     * @param complaint what is to be said before they try again
     */
    private record Entered(Optional<PhoneNumber> number, List<String> complaint) {}

    private Entered enter(List<String> first) throws CallerHungUp {
        List<String> say = new ArrayList<>(first);
        say.add("callback-enter");
        Optional<String> digits = line.askDigits(say, BETWEEN_DIGITS, MOST_DIGITS, '#');
        try {
            return digits.isEmpty()
                    ? new Entered(Optional.empty(), List.of())
                    : new Entered(Optional.of(numbers.callable(digits.get())), List.of());
        } catch (NumberRefused refused) {
            return new Entered(Optional.empty(), List.of(complaint(refused.reason())));
        }
    }

    private static String complaint(NumberRefused.Reason reason) {
        return switch (reason) {
            case UNREADABLE, NONEXISTENT -> "callback-invalid";
            case EMERGENCY, SHORT, PREMIUM, SHARED_COST, NOBODY, OURS, NOT_ALLOWED -> "callback-forbidden";
        };
    }

    private static List<String> readBack(PhoneNumber number) {
        List<String> say = new ArrayList<>(List.of("callback-number"));
        say.addAll(digits(number));
        say.add("callback-confirm");
        return say;
    }

    /** As people in Poland dial it: nine digits at home, two zeros before others. */
    static List<String> digits(PhoneNumber number) {
        String dialled = number.value().startsWith("+48")
                ? number.value().substring(3)
                : "00" + number.value().substring(1);
        return dialled.chars().mapToObj(digit -> "digit-" + (char) digit).toList();
    }
}
