package perennial.sync.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the four metrics of a connection, ready to print.
 *
 * @param name its name as the contract has it, such as "Sync Process"
 * @param value what stands large, when {@code at} is absent
 * @param at the moment that stands large
 * @param detail the line of context below
 * @param detailAt a moment that ends the line of context
 * @param tone empty, {@code warn} or {@code bad}
 * @param pulse whether the dot of something in motion stands before the value
 */
public record MetricView(
        String name,
        String value,
        @Nullable Instant at,
        String detail,
        @Nullable Instant detailAt,
        String tone,
        @Nullable String icon,
        boolean pulse) {

    static MetricView of(String name, String value, String detail) {
        return new MetricView(name, value, null, detail, null, "", null, false);
    }

    MetricView at(Instant moment) {
        return new MetricView(name, value, moment, detail, detailAt, tone, icon, pulse);
    }

    MetricView detail(String text, @Nullable Instant moment) {
        return new MetricView(name, value, at, text, moment, tone, icon, pulse);
    }

    MetricView tone(String newTone) {
        return new MetricView(name, value, at, detail, detailAt, newTone, icon, pulse);
    }

    MetricView icon(String newIcon) {
        return new MetricView(name, value, at, detail, detailAt, tone, newIcon, pulse);
    }

    MetricView pulsing() {
        return new MetricView(name, value, at, detail, detailAt, tone, icon, true);
    }
}
