package org.infolinia.hotline.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;

/**
 * Which month's report is due when, by the hotline's calendar.
 *
 * @param hours whose working days and zone count
 */
public record DeliveryCalendar(DeliveryRules rules, OpeningHours hours) {

    /** By the contract the report is there by this day of the next month. */
    public static final int DEADLINE_DAY = 5;

    /** From this day of the next month on somebody is told each day that it is not. */
    public static final int WARNING_DAY = 3;

    /** When they are told: there are working hours left to do something about it. */
    public static final LocalTime WARNING_TIME = LocalTime.of(9, 0);

    /**
     * When the report is made and sent: on the working day agreed on, and on the day of the deadline at the latest, be that
     * a holiday.
     */
    public Instant dueAt(YearMonth month) {
        YearMonth next = month.plusMonths(1);
        LocalDate day = next.atDay(1);
        int workingDays = hours.isWorkingDay(day) ? 1 : 0;
        while (workingDays < rules.workingDay() && day.getDayOfMonth() < DEADLINE_DAY) {
            day = day.plusDays(1);
            workingDays += hours.isWorkingDay(day) ? 1 : 0;
        }
        return day.atTime(rules.time()).atZone(zone()).toInstant();
    }

    /** The first moment behind the month. */
    public Instant endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone()).toInstant();
    }

    /** All months that are delivered and over, in order; none before the first. */
    public List<YearMonth> monthsOver(Instant now) {
        List<YearMonth> months = new ArrayList<>();
        YearMonth current = YearMonth.from(now.atZone(zone()));
        for (YearMonth month = rules.first(); month.isBefore(current); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** What is to be said today of a report that is not delivered; empty while nothing is. */
    public Optional<Urgency> urgency(YearMonth month, Instant now) {
        LocalDate today = now.atZone(zone()).toLocalDate();
        LocalDate next = month.plusMonths(1).atDay(1);
        if (today.isBefore(next.withDayOfMonth(WARNING_DAY)) || now.isBefore(warningAt(today))) {
            return Optional.empty();
        }
        return Optional.of(today.isBefore(next.withDayOfMonth(DEADLINE_DAY)) ? Urgency.WARNING : Urgency.ALARM);
    }

    /** When somebody is told on that day. */
    public Instant warningAt(LocalDate day) {
        return day.atTime(WARNING_TIME).atZone(zone()).toInstant();
    }

    public ZoneId zone() {
        return hours.zone();
    }

    /** How much it matters that a report is not delivered. */
    public enum Urgency {
        /** There is time left. */
        WARNING,
        /** The deadline is today, or past. */
        ALARM
    }
}
