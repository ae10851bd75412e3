package yingbao.platform.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/** SQL about persons who may be one. */
@Component
class DuplicateQueries {
    private static final int PAIRS_PER_PERSON = 5;

    private final JdbcClient jdbc;

    DuplicateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Pair(
            UUID id, PersonId first, PersonId second, AreaCode area, String reason, String state, Instant foundAt) {}

    record Merge(
            UUID id, Optional<UUID> duplicate, PersonId winner, PersonId loser, List<UUID> followers, boolean undone) {}

    /**
     * Looks for others who may be the same as these persons: of the same name and birth date, or of the same initials in
     * the same village and born within a year, where not both have a citizen id. A handful for each person at most.
     */
    void find(Collection<UUID> persons, Instant at) {
        if (persons.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into registry.duplicate (id, first_id, second_id, area_code, reason, state, found_at)
                select uuidv7(), least(n.id, o.id), greatest(n.id, o.id),
                       case when substr(n.area_code, 1, 9) = substr(o.area_code, 1, 9)
                            then substr(n.area_code, 1, 9) || '000' else substr(n.area_code, 1, 6) || '000000' end,
                       o.reason, 'OPEN', :at
                  from unnest(:ids::uuid[]) as wanted (id)
                  join registry.person n on n.id = wanted.id
                 cross join lateral (
                    select p.id, p.area_code,
                           case when p.name = n.name and p.birth_date = n.birth_date
                                then 'NAME_AND_BIRTH' else 'SOUND_AND_VILLAGE' end as reason
                      from (select * from registry.person
                             where n.citizen_index is null
                               and initials = n.initials
                               and area_code between substr(n.area_code, 1, 6) || '000000'
                                                 and substr(n.area_code, 1, 6) || '999999'
                               and birth_date between n.birth_date - 366 and n.birth_date + 366
                               and merged_into is null
                            union all
                            -- Among those without a citizen id, who are few and have an index of their own.
                            select * from registry.person
                             where n.citizen_index is not null and citizen_index is null
                               and initials = n.initials
                               and birth_date between n.birth_date - 366 and n.birth_date + 366
                               and merged_into is null) p
                     where substr(p.area_code, 1, 6) = substr(n.area_code, 1, 6)
                       and p.id <> n.id
                       and (p.name = n.name and p.birth_date = n.birth_date
                            or p.area_code = n.area_code and p.pinyin = n.pinyin)
                     order by reason, p.id
                     limit :most) o
                 where n.name <> ''
                on conflict (first_id, second_id) do nothing
                """)
                .param("at", Timestamp.from(at))
                .param("ids", RegisterQueries.array(persons))
                .param("most", PAIRS_PER_PERSON)
                .update();
    }

    List<Pair> open(AreaScope scope, int offset, int size) {
        return jdbc.sql("""
                select id, first_id, second_id, area_code, reason, state, found_at
                  from registry.duplicate
                 where state = 'OPEN' and area_code between :from and :to
                 order by found_at, id
                offset :offset limit :size
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("offset", offset)
                .param("size", size)
                .query(DuplicateQueries::pair)
                .list();
    }

    long countOpen(AreaScope scope) {
        return jdbc.sql("""
                select count(*) from registry.duplicate
                 where state = 'OPEN' and area_code between :from and :to
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Long.class)
                .single();
    }

    Optional<Pair> find(UUID id) {
        return jdbc.sql("""
                select id, first_id, second_id, area_code, reason, state, found_at
                  from registry.duplicate where id = :id for update
                """).param("id", id).query(DuplicateQueries::pair).optional();
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("first_id", UUID.class)),
                new PersonId(row.getObject("second_id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("reason"),
                row.getString("state"),
                row.getTimestamp("found_at").toInstant());
    }

    void settle(UUID id, String state, UserId by, Instant at) {
        jdbc.sql("""
                update registry.duplicate
                   set state = :state, settled_at = case when :state = 'OPEN' then null else :at::timestamptz end,
                       settled_by = case when :state = 'OPEN' then null else :by::uuid end
                 where id = :id
                """)
                .param("state", state)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("id", id)
                .update();
    }

    /** Points the loser, and those merged into them before, to the winner; tells who followed. */
    List<UUID> point(PersonId loser, PersonId winner) {
        List<UUID> followers = jdbc.sql("select id from registry.person where merged_into = :loser")
                .param("loser", loser.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        jdbc.sql("update registry.person set merged_into = :winner where id = :loser or merged_into = :loser")
                .param("winner", winner.value())
                .param("loser", loser.value())
                .update();
        return followers;
    }

    /** Both await the rewriting of their rows, in which each gets back its own citizen id. */
    void restore(Merge merge) {
        jdbc.sql("update registry.person set citizen_index = null, citizen_sealed = null where id in (:winner, :loser)")
                .param("winner", merge.winner().value())
                .param("loser", merge.loser().value())
                .update();
        jdbc.sql("update registry.person set merged_into = null where id = :loser")
                .param("loser", merge.loser().value())
                .update();
        jdbc.sql("update registry.person set merged_into = :loser where id = any(:followers::uuid[])")
                .param("loser", merge.loser().value())
                .param("followers", RegisterQueries.array(merge.followers()))
                .update();
    }

    void insert(UUID id, Pair pair, PersonId winner, PersonId loser, List<UUID> followers, UserId by, Instant at) {
        jdbc.sql("""
                insert into registry.merge
                    (id, duplicate_id, winner_id, loser_id, area_code, followers, merged_at, merged_by)
                values (:id, :duplicate, :winner, :loser, :area, :followers::uuid[], :at, :by)
                """)
                .param("id", id)
                .param("duplicate", pair.id())
                .param("winner", winner.value())
                .param("loser", loser.value())
                .param("area", pair.area().digits())
                .param("followers", RegisterQueries.array(followers))
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }

    /** The merge of a pair that is not undone. */
    Optional<Merge> mergeOf(UUID duplicate) {
        return jdbc.sql("""
                select id, duplicate_id, winner_id, loser_id, array_to_string(followers, ' ') as followers, undone_at
                  from registry.merge where duplicate_id = :duplicate and undone_at is null for update
                """)
                .param("duplicate", duplicate)
                .query((row, _) -> new Merge(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("duplicate_id", UUID.class)),
                        new PersonId(row.getObject("winner_id", UUID.class)),
                        new PersonId(row.getObject("loser_id", UUID.class)),
                        Arrays.stream(row.getString("followers").split(" "))
                                .filter(id -> !id.isEmpty())
                                .map(UUID::fromString)
                                .toList(),
                        row.getTimestamp("undone_at") != null))
                .optional();
    }

    /** The newest pairs that were merged and can be taken apart again. */
    List<Pair> merged(AreaScope scope, int size) {
        return jdbc.sql("""
                select id, first_id, second_id, area_code, reason, state, found_at
                  from registry.duplicate
                 where state = 'MERGED' and area_code between :from and :to
                 order by settled_at desc
                 limit :size
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("size", size)
                .query(DuplicateQueries::pair)
                .list();
    }

    void undone(UUID merge, UserId by, Instant at) {
        jdbc.sql("update registry.merge set undone_at = :at, undone_by = :by where id = :id")
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("id", merge)
                .update();
    }
}
