package yingbao.policy.pack;

import java.util.List;
import java.util.Optional;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Unit;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;

/**
 * What the policy demands of the parameters themselves, area by area and year by year.
 *
 * @param id its name
 * @param title what is demanded, in words
 * @param level the level of the areas it is asked of
 * @param group the only areas it is asked of; empty for all
 * @param exceptGroup areas it is not asked of; empty for none
 * @param firstYear first year it holds for
 * @param lastYear last year it holds for
 * @param value the value that is measured
 * @param floor what it is measured against
 * @param unit what both count
 * @param relation how the value must stand to the floor: reach it, lie above it, or be the same
 * @param cites what it rests on
 * @param location where it is declared
 */
public record Mandate(
        String id,
        String title,
        AreaLevel level,
        Optional<String> group,
        Optional<String> exceptGroup,
        int firstYear,
        int lastYear,
        Expr value,
        Expr floor,
        Unit unit,
        Expr.Relation relation,
        List<Citation> cites,
        Location location) {}
