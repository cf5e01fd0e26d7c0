package org.infolinia.hotline.jollyday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.calendar.Holidays;

/**
 * Days free from work in Poland, the movable ones and Sundays such as Easter included.
 *
 * <p>Source: Ustawa o dniach wolnych od pracy, as jollyday knows it; 24 December only from 2025. Their names are ours:
 * jollyday has none in Polish.
 */
public final class PolishHolidays implements Holidays {

    private static final Language POLISH = new Language("pl");

    /** By the end of jollyday's key: in Polish, in English. */
    private static final Map<String, Names> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", new Names("Nowy Rok", "New Year's Day")),
            Map.entry("EPIPHANY", new Names("Święto Trzech Króli", "Epiphany")),
            Map.entry("EASTER", new Names("Wielkanoc", "Easter Sunday")),
            Map.entry("EASTER_MONDAY", new Names("Poniedziałek Wielkanocny", "Easter Monday")),
            Map.entry("LABOUR_DAY", new Names("Święto Pracy", "Labour Day")),
            Map.entry("CONSTITUTION_DAY", new Names("Święto Konstytucji 3 Maja", "Constitution Day")),
            Map.entry("PENTECOST", new Names("Zesłanie Ducha Świętego", "Pentecost")),
            Map.entry("CORPUS_CHRISTI", new Names("Boże Ciało", "Corpus Christi")),
            Map.entry(
                    "ASSUMPTION_DAY",
                    new Names("Wniebowzięcie Najświętszej Maryi Panny", "Assumption of the Blessed Virgin Mary")),
            Map.entry("ALL_SAINTS", new Names("Wszystkich Świętych", "All Saints' Day")),
            Map.entry("INDEPENDENCE_DAY", new Names("Narodowe Święto Niepodległości", "Independence Day")),
            Map.entry("CHRISTMAS_EVE", new Names("Wigilia Bożego Narodzenia", "Christmas Eve")),
            Map.entry("CHRISTMAS", new Names("pierwszy dzień Bożego Narodzenia", "Christmas Day")),
            Map.entry("STEPHENS", new Names("drugi dzień Bożego Narodzenia", "Second Day of Christmas")));

    private final HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.POLAND));
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    private record Names(String polish, String english) {}

    @Override
    public boolean isHoliday(LocalDate day) {
        return keys(day.getYear()).containsKey(day);
    }

    /** In Polish, or, for any other language, in English. */
    @Override
    public Optional<String> name(LocalDate day, Language language) {
        return Optional.ofNullable(keys(day.getYear()).get(day))
                .map(NAMES::get)
                .map(names -> language.equals(POLISH) ? names.polish() : names.english());
    }

    private Map<LocalDate, String> keys(int year) {
        return byYear.computeIfAbsent(year, this::holidaysOf);
    }

    /** Two may fall on one day, such as 1 May with Pentecost Sunday of old; the day is free once. */
    private Map<LocalDate, String> holidaysOf(int year) {
        return manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Holiday::getDate, PolishHolidays::key, (one, other) -> one.compareTo(other) < 0 ? one : other));
    }

    private static String key(Holiday holiday) {
        String key = holiday.getPropertiesKey();
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
