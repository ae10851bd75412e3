package yingbao.platform.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    /** Of more households than these nobody needs the exact number, and nobody leafs so far. */
    static final int LISTED_MAX = 50_000;

    /** So many hits of a search are looked at. */
    static final int HITS_MAX = 10_000;

    private static final String NUMBER = """
            select h.id, h.area_code from registry.household h
             where h.number >= :wanted and h.number < :after and h.area_code between :from and :to
             order by h.number
            """;
    private static final String ADDRESS = """
            select h.id, h.area_code from registry.household h
             where h.address >= :wanted and h.address < :after and h.area_code between :from and :to
             order by h.address, h.area_code
            """;
    private static final String PART_OF_ADDRESS = """
            select h.id, h.area_code from registry.household h
             where h.area_code between :from and :to and position(:wanted in h.address) > 0
             order by h.area_code, h.id
            """;
    private static final String PERSON = """
            select p.household_id as id, p.area_code from registry.person p
             where p.%1$s >= :wanted and p.%1$s < :after and p.area_code between :from and :to
               and p.merged_into is null
             order by p.%1$s, p.area_code
            """;
    private static final String CITIZEN = """
            select p.household_id as id, p.area_code from registry.person p
             where p.citizen_index = decode(:wanted, 'hex') and p.area_code between :from and :to
               and p.merged_into is null
            """;

    private final JdbcClient jdbc;

    SearchQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what households are sought. */
    enum By {
        NUMBER(SearchQueries.NUMBER),
        ADDRESS(SearchQueries.ADDRESS),
        PART_OF_ADDRESS(SearchQueries.PART_OF_ADDRESS),
        NAME(PERSON.formatted("name")),
        PINYIN(PERSON.formatted("pinyin")),
        INITIALS(PERSON.formatted("initials")),
        CITIZEN_ID(CITIZEN);

        private final String hits;

        By(String hits) {
            this.hits = hits + " limit " + (HITS_MAX + 1);
        }
    }

    /**
     * How many households are found.
     *
     * @param more whether there are more hits than are looked at
     */
    record Found(long households, boolean more) {}

    private static final String HOUSEHOLDS = """
            select h.id, h.area_code, h.number, h.address, h.head_name, h.member_count
              from registry.household h
            """;

    /** Households of a scope, in the order of their areas. */
    List<RegisterQueries.HouseholdRow> list(AreaScope scope, int offset, int size) {
        return inScope(HOUSEHOLDS + """
                         where h.area_code between :from and :to
                         order by h.area_code, h.id
                        offset :offset limit :size
                        """, scope)
                .param("offset", Math.min(offset, LISTED_MAX))
                .param("size", size)
                .query((row, _) -> household(row))
                .list();
    }

    /** How many there are, as far as that is counted. */
    long count(AreaScope scope) {
        return inScope("""
                select count(*) from (
                    select from registry.household h where h.area_code between :from and :to limit :most) as listed
                """, scope)
                .param("most", LISTED_MAX + 1)
                .query(Long.class)
                .single();
    }

    List<RegisterQueries.HouseholdRow> find(By by, String wanted, AreaScope scope, int offset, int size) {
        return sought(HOUSEHOLDS + """
                          join (select distinct hit.id, hit.area_code from (%s) as hit
                                 order by hit.area_code, hit.id offset :offset limit :size) as found on found.id = h.id
                         order by h.area_code, h.id
                        """.formatted(by.hits), wanted, scope)
                .param("offset", offset)
                .param("size", size)
                .query((row, _) -> household(row))
                .list();
    }

    Found count(By by, String wanted, AreaScope scope) {
        return sought("select count(distinct hit.id), count(*) from (%s) as hit".formatted(by.hits), wanted, scope)
                .query((row, _) -> new Found(row.getLong(1), row.getLong(2) > HITS_MAX))
                .single();
    }

    private static RegisterQueries.HouseholdRow household(ResultSet row) throws SQLException {
        return new RegisterQueries.HouseholdRow(
                new HouseholdId(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("number"),
                row.getString("address"),
                row.getString("head_name"),
                row.getInt("member_count"));
    }

    /** Persons whose name, pinyin or initials begin so, or who bear the citizen id with an index in hexadecimal digits. */
    List<PersonId> persons(String wanted, String index, AreaScope scope, int most) {
        return jdbc.sql("""
                select id from (
                    (select id from registry.person
                      where name >= :wanted and name < :after and area_code between :from and :to
                        and merged_into is null order by name, area_code limit :most)
                    union
                    (select id from registry.person
                      where pinyin >= :wanted and pinyin < :after and area_code between :from and :to
                        and merged_into is null order by pinyin, area_code limit :most)
                    union
                    (select id from registry.person
                      where initials >= :wanted and initials < :after and area_code between :from and :to
                        and merged_into is null order by initials, area_code limit :most)
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

    private JdbcClient.StatementSpec inScope(String sql, AreaScope scope) {
        return jdbc.sql(sql).param("from", scope.from()).param("to", scope.to());
    }

    private JdbcClient.StatementSpec sought(String sql, String wanted, AreaScope scope) {
        return inScope(sql, scope).param("wanted", wanted).param("after", wanted + Character.MAX_VALUE);
    }
}
