package yingbao.platform.registry;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.value.AreaCode;

/**
 * SQL that finds households. Beginnings are compared as ranges and not by LIKE, which row-level security keeps away from
 * the indexes.
 */
@Component
class SearchQueries {
    /** Of more hits than these nobody needs the exact number. */
    static final int COUNTED_MAX = 10_000;

    private static final String ALL = "select h.id from registry.household h where h.area_code between :from and :to";
    private static final String NUMBER = """
            select h.id from registry.household h
             where h.number >= :wanted and h.number < :after and h.area_code between :from and :to
            """;
    private static final String ADDRESS = """
            select h.id from registry.household h
             where h.area_code between :from and :to and position(:wanted in h.address) > 0
            """;
    private static final String PERSON = """
            select distinct p.household_id from registry.person p
             where p.%1$s >= :wanted and p.%1$s < :after and p.area_code between :from and :to
               and p.merged_into is null
            """;
    private static final String CITIZEN = """
            select p.household_id from registry.person p
             where p.citizen_index = decode(:wanted, 'hex') and p.area_code between :from and :to
               and p.merged_into is null
            """;

    private final JdbcClient jdbc;

    SearchQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what households are sought. */
    enum By {
        NOTHING(ALL),
        NUMBER(SearchQueries.NUMBER),
        ADDRESS(SearchQueries.ADDRESS),
        NAME(PERSON.formatted("name")),
        PINYIN(PERSON.formatted("pinyin")),
        INITIALS(PERSON.formatted("initials")),
        CITIZEN_ID(CITIZEN);

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }
    }

    List<RegisterQueries.HouseholdRow> find(By by, String wanted, AreaScope scope, int offset, int size) {
        return spec(
                        by,
                        """
                        select h.id, h.area_code, h.number, h.address, h.head_name, h.member_count
                          from registry.household h
                         where h.id in (%s)
                         order by h.area_code, h.id
                        offset %d limit %d
                        """.formatted(by == By.NOTHING ? "h.id" : by.sql, offset, size)
                                .replace("h.id in (h.id)", "h.area_code between :from and :to"),
                        wanted,
                        scope)
                .query((row, _) -> new RegisterQueries.HouseholdRow(
                        new HouseholdId(row.getObject("id", UUID.class)),
                        new AreaCode(row.getString("area_code")),
                        row.getString("number"),
                        row.getString("address"),
                        row.getString("head_name"),
                        row.getInt("member_count")))
                .list();
    }

    /** How many there are, as far as that is counted. */
    long count(By by, String wanted, AreaScope scope) {
        String counted = by == By.NOTHING ? by.sql : by.sql + " limit " + (COUNTED_MAX + 1);
        return spec(by, "select count(*) from (" + counted + ") as hit", wanted, scope)
                .query(Long.class)
                .single();
    }

    /** Persons whose name, pinyin or initials begin so, or who bear the citizen id with an index in hexadecimal digits. */
    List<PersonId> persons(String wanted, String index, AreaScope scope, int most) {
        return jdbc.sql("""
                select id from (
                    select id from registry.person
                     where name >= :wanted and name < :after and area_code between :from and :to and merged_into is null
                    union
                    select id from registry.person
                     where pinyin >= :wanted and pinyin < :after and area_code between :from and :to
                       and merged_into is null
                    union
                    select id from registry.person
                     where initials >= :wanted and initials < :after and area_code between :from and :to
                       and merged_into is null
                    union
                    select id from registry.person
                     where citizen_index = decode(:index, 'hex') and merged_into is null) as hit
                 order by id
                 limit :most
                """)
                .param("wanted", wanted)
                .param("after", wanted + Character.MAX_VALUE)
                .param("index", index)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec spec(By by, String sql, String wanted, AreaScope scope) {
        JdbcClient.StatementSpec spec =
                jdbc.sql(sql).param("from", scope.from()).param("to", scope.to());
        return by == By.NOTHING ? spec : spec.param("wanted", wanted).param("after", wanted + Character.MAX_VALUE);
    }
}
