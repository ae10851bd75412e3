package yingbao.platform.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one who knows what day it is. A demonstration or a test sets the business date; otherwise it is the calendar's in
 * China. What people read of when something was done lies on the business date, too; what guards the platform, such as locks,
 * codes and its log, goes by the real clock, which nobody sets.
 */
@Component
public class Today {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private volatile Optional<LocalDate> set;

    Today(JdbcClient jdbc, @Value("${yingbao.today:}") String given) {
        this.jdbc = jdbc;
        this.set = given.isEmpty() ? stored() : Optional.of(LocalDate.parse(given));
    }

    private Optional<LocalDate> stored() {
        return jdbc.sql("select business_date from kernel.business_date")
                .query(LocalDate.class)
                .optional();
    }

    /** The business date. */
    public LocalDate date() {
        return set.orElseGet(() -> LocalDate.now(CHINA));
    }

    /** The moment on the business date, by the time of day in China: for records of when work was done. */
    public Instant instant() {
        return set.map(day -> day.atTime(LocalTime.now(CHINA)).atZone(CHINA).toInstant())
                .orElseGet(this::clock);
    }

    /** The day in China of a moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA);
    }

    /** The real moment: for what expires, for what is planned, and for the log. */
    public Instant clock() {
        return Instant.now();
    }

    /** A new id of this moment. */
    public UUID newId() {
        return Uuid7.at(System.currentTimeMillis());
    }

    /** Moves the business date, until it is moved again; it survives a restart. */
    public void moveTo(LocalDate date) {
        jdbc.sql("""
                insert into kernel.business_date (business_date) values (:date)
                on conflict (only_row) do update set business_date = excluded.business_date
                """).param("date", date).update();
        set = Optional.of(date);
    }
}
