package org.infolinia.hotline.libphonenumber;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.infolinia.hotline.number.NumberRefused;
import org.infolinia.hotline.number.NumberRefused.Reason;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.number.PhoneNumbers;

/**
 * Telephone numbers as the numbering plans of their countries know them; a national one is Polish.
 *
 * <p>Source: ITU-T E.164 and the national plans, in the release of libphonenumber that the root pom names.
 */
public final class NumberingPlans implements PhoneNumbers {

    private static final String HOME = "PL";

    /** Letters would be read as the keys they stand on, a semicolon as the start of an extension. */
    private static final Pattern WRITTEN = Pattern.compile("[0-9+() ./-]{1,40}");

    private static final Pattern PREFIX = Pattern.compile("\\+[0-9]{1,15}");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shorts = ShortNumberInfo.getInstance();
    private final List<String> prefixes;
    private final Set<PhoneNumber> ours;

    /**
     * @param prefixes beginnings of the numbers that may be dialled, such as {@code +48}; {@code +} for all
     * @param ours     the hotline's own numbers, which it does not call
     * @throws IllegalArgumentException when a prefix is none
     */
    public NumberingPlans(List<String> prefixes, Set<PhoneNumber> ours) {
        this.ours = Set.copyOf(ours);
        for (String prefix : prefixes) {
            if (!prefix.equals("+") && !PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException("prefix \"" + prefix + "\": + and digits, such as +48");
            }
        }
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public PhoneNumber callable(String typed) throws NumberRefused {
        String text = typed.strip();
        if (!WRITTEN.matcher(text).matches()) {
            throw new NumberRefused(Reason.UNREADABLE);
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (shorts.isEmergencyNumber(digits, HOME)) {
            throw new NumberRefused(Reason.EMERGENCY);
        }
        Phonenumber.PhoneNumber number = parsed(text);
        String national = plans.getNationalSignificantNumber(number);
        Optional<String> region = Optional.ofNullable(plans.getRegionCodeForCountryCode(number.getCountryCode()));
        // +48 112 as well: some network would take it for the number that is meant.
        if (region.isPresent() && shorts.isEmergencyNumber(national, region.get())) {
            throw new NumberRefused(Reason.EMERGENCY);
        }
        if (shorts.isPossibleShortNumber(number)) {
            throw new NumberRefused(Reason.SHORT);
        }
        refuseByKind(plans.getNumberType(number));
        PhoneNumber callable = new PhoneNumber(plans.format(number, PhoneNumberFormat.E164));
        if (ours.contains(callable)) {
            throw new NumberRefused(Reason.OURS);
        }
        if (prefixes.stream().noneMatch(callable.value()::startsWith)) {
            throw new NumberRefused(Reason.NOT_ALLOWED);
        }
        return callable;
    }

    private Phonenumber.PhoneNumber parsed(String text) throws NumberRefused {
        try {
            return plans.parse(text, HOME);
        } catch (NumberParseException e) {
            throw new NumberRefused(
                    switch (e.getErrorType()) {
                        case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Reason.UNREADABLE;
                        case INVALID_COUNTRY_CODE, TOO_LONG -> Reason.NONEXISTENT;
                    });
        }
    }

    private static void refuseByKind(PhoneNumberUtil.PhoneNumberType kind) throws NumberRefused {
        switch (kind) {
            case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, VOIP, TOLL_FREE -> {}
            case PREMIUM_RATE -> throw new NumberRefused(Reason.PREMIUM);
            case SHARED_COST, PERSONAL_NUMBER, UAN -> throw new NumberRefused(Reason.SHARED_COST);
            case PAGER, VOICEMAIL -> throw new NumberRefused(Reason.NOBODY);
            case UNKNOWN -> throw new NumberRefused(Reason.NONEXISTENT);
        }
    }
}
