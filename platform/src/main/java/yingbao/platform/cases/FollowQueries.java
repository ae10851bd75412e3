package yingbao.platform.cases;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/** SQL that lets cases follow those whom they are about. */
@Component
class FollowQueries {
    private final JdbcClient jdbc;

    FollowQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is not over of a person's own. */
    List<CaseRow> openOfPerson(PersonId person) {
        return jdbc.sql("select " + CaseQueries.COLUMNS
                        + " from cases.case_file where person_id = :person and closed_on is null order by id")
                .param("person", person.value())
                .query(CaseQueries::row)
                .list();
    }

    /** Everything of a person's own, also what is over: months of it may still have to be paid. */
    List<CaseRow> ofPerson(PersonId person) {
        return jdbc.sql("select " + CaseQueries.COLUMNS + " from cases.case_file where person_id = :person order by id")
                .param("person", person.value())
                .query(CaseQueries::row)
                .list();
    }

    /** What followed a merge of two persons last. */
    List<CaseRow> merged(PersonId loser, PersonId winner) {
        return jdbc.sql("select " + CaseQueries.COLUMNS + """
                 from cases.case_file
                 where merged_persons <> '{}' and merged_persons[cardinality(merged_persons)] = :loser
                   and (person_id is null or person_id = :winner)
                 order by id
                """)
                .param("loser", loser.value())
                .param("winner", winner.value())
                .query(CaseQueries::row)
                .list();
    }

    /** Lets everything of some cases be seen in another area of their county. */
    void follow(List<CaseId> moving, AreaCode area) {
        jdbc.sql("select cases.follow(:ids, :area)")
                .param("ids", ids(moving))
                .param("area", area.digits())
                .query((_, _) -> true)
                .list();
    }

    /** Makes some cases those of another household, or of the same under another number. */
    void rehouse(List<CaseId> moving, HouseholdId household, String number) {
        jdbc.sql("update cases.case_file set household_id = :household, household_no = :number where id = any(:ids)")
                .param("household", household.value())
                .param("number", number)
                .param("ids", ids(moving))
                .update();
        jdbc.sql("update cases.entitlement set household_id = :household where case_id = any(:ids)")
                .param("household", household.value())
                .param("ids", ids(moving))
                .update();
    }

    /** Makes some cases those of the one into whom somebody was merged. */
    void merge(List<CaseId> cases, PersonId loser, PersonId winner) {
        jdbc.sql("""
                update cases.case_file
                   set merged_persons = array_append(merged_persons, :loser),
                       person_id = case when person_id is not null then :winner end
                 where id = any(:ids)
                """)
                .param("loser", loser.value())
                .param("winner", winner.value())
                .param("ids", ids(cases))
                .update();
        become(cases, winner);
    }

    /** Gives some cases back to whom they were about before a merge. */
    void separate(List<CaseId> cases, PersonId loser, HouseholdId household, String number) {
        // The household comes first: two of its cases may be open only as long as one of them counts as merged.
        rehouse(cases, household, number);
        jdbc.sql("""
                update cases.case_file
                   set merged_persons = trim_array(merged_persons, 1),
                       person_id = case when person_id is not null then :loser end
                 where id = any(:ids)
                """).param("loser", loser.value()).param("ids", ids(cases)).update();
        become(cases, loser);
    }

    private void become(List<CaseId> cases, PersonId person) {
        jdbc.sql("""
                update cases.entitlement set person_id = :person where case_id = any(:ids) and person_id is not null
                """).param("person", person.value()).param("ids", ids(cases)).update();
    }

    private static UUID[] ids(List<CaseId> cases) {
        return cases.stream().map(CaseId::value).toArray(UUID[]::new);
    }
}
