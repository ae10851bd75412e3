package yingbao.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A household as engines of objects are given it, with what the rule reads of it and no more. Birth dates are ages already
 * and parts of income are summed up, which spares them some of what the compiled rule does.
 *
 * @param hukou RURAL, URBAN, or nothing where that is not known
 * @param standard of its county, in fen a year
 */
record Family(
        Optional<Boolean> local,
        Optional<String> hukou,
        OptionalLong incomeFen,
        Optional<Boolean> property,
        OptionalLong standard,
        List<Member> members) {

    record Member(
            long age,
            String status,
            Optional<Boolean> hukouLocal,
            String kind,
            String grade,
            Optional<Boolean> hasIncome,
            Optional<Boolean> hasSupporter,
            Optional<Boolean> orphan,
            Optional<Boolean> unable,
            Optional<Boolean> refusedWork) {}
}
