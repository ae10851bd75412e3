package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;

/** SQL about lists of cases. */
@Component
class WorkQueries {
    /** What a queue holds: nothing that rests, and only what one of the actors acts in. */
    private static final String QUEUE = """
             from cases.case_file
             where actor in (:actors) and area_code between :from and :to
               and (ready_on > :today) = :waiting
               and (:step = '' or workflow || '/' || state = :step)
               and (:programme = '' or programme = :programme)
               and (not :overdue or due_on < :today)
               and (:wanted = '' or applicant_name like :like or number like :like or household_no like :like)
            """;

    private static final String ALL = """
             from cases.case_file
             where area_code between :from and :to
               and (:step = '' or workflow || '/' || state = :step)
               and (:programme = '' or programme = :programme)
               and (:standing = '' or (:standing = 'closed') = (closed_on is not null)
                                      and (:standing <> 'drawn' or review_on is not null or (actor is null and closed_on is null))
                                      and (:standing <> 'open' or actor is not null))
               and (:wanted = '' or applicant_name like :like or number like :like or household_no like :like)
            """;

    private final JdbcClient jdbc;

    WorkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a list is narrowed to.
     *
     * @param step {@code workflow/state}; empty for all
     * @param standing {@code open}, {@code drawn} or {@code closed}; empty for all
     */
    record Wanted(
            AreaScope scope,
            Set<String> actors,
            boolean waiting,
            boolean overdue,
            String step,
            String programme,
            String standing,
            String text,
            LocalDate today) {}

    /** How many cases are at a step. */
    record StepCount(String workflow, String state, boolean waiting, long cases, long overdue) {}

    private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("actors", wanted.actors().isEmpty() ? Set.of("") : wanted.actors())
                .param("from", wanted.scope().from())
                .param("to", wanted.scope().to())
                .param("today", wanted.today())
                .param("waiting", wanted.waiting())
                .param("overdue", wanted.overdue())
                .param("step", wanted.step())
                .param("programme", wanted.programme())
                .param("standing", wanted.standing())
                .param("wanted", wanted.text())
                .param("like", wanted.text().replace("%", "\\%").replace("_", "\\_") + "%");
    }

    List<CaseRow> queue(Wanted wanted, int offset, int size) {
        return bound("select " + CaseQueries.COLUMNS + QUEUE + """
                         order by due_on nulls last, ready_on, number limit :size offset :offset
                        """, wanted)
                .param("size", size)
                .param("offset", offset)
                .query(CaseQueries::row)
                .list();
    }

    long countQueue(Wanted wanted) {
        return bound("select count(*)" + QUEUE, wanted).query(Long.class).single();
    }

    List<StepCount> counts(Wanted wanted) {
        return bound("""
                select workflow, state, ready_on > :today as waiting, count(*) as cases,
                       count(*) filter (where due_on < :today) as overdue
                  from cases.case_file
                 where actor in (:actors) and area_code between :from and :to
                 group by 1, 2, 3
                """, wanted)
                .query((row, _) -> new StepCount(
                        row.getString("workflow"),
                        row.getString("state"),
                        row.getBoolean("waiting"),
                        row.getLong("cases"),
                        row.getLong("overdue")))
                .list();
    }

    List<CaseRow> all(Wanted wanted, int offset, int size) {
        return bound(
                        "select " + CaseQueries.COLUMNS + ALL
                                + " order by opened_on desc, number desc limit :size offset :offset",
                        wanted)
                .param("size", size)
                .param("offset", offset)
                .query(CaseQueries::row)
                .list();
    }

    long countAll(Wanted wanted) {
        return bound("select count(*)" + ALL, wanted).query(Long.class).single();
    }
}
