package zoomsim.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import zoomsim.http.ApiError;
import zoomsim.http.Refusal;
import zoomsim.http.Request;

/**
 * The days, in UTC and both ends included, that a listing covers. Without dates yesterday and today, as observed; a
 * range of more than a month is cut without a word by moving its beginning.
 */
record MonthWindow(LocalDate from, LocalDate to) {
    static MonthWindow of(Request request, Clock clock) {
        var to = date(request, "to").orElse(LocalDate.now(clock));
        var from = date(request, "from").orElse(to.minusDays(1));
        if (from.isAfter(to)) throw new Refusal(ApiError.validation("from"));
        var earliest = to.minusMonths(1);
        return new MonthWindow(from.isBefore(earliest) ? earliest : from, to);
    }

    Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last moment that belongs to it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }

    private static Optional<LocalDate> date(Request request, String name) {
        try {
            return request.parameter(name).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new Refusal(ApiError.validation(name));
        }
    }
}
