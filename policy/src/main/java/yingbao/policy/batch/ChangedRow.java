package yingbao.policy.batch;

import yingbao.policy.expr.Holder;

/**
 * Somebody whose decision comes out otherwise.
 *
 * @param programme id of the programme
 * @param holder whether a household or a person draws it
 * @param row of the one who draws it, among the population's households or persons
 * @param household row of the household
 * @param kind what happens
 * @param beforeFen what it was given a time; nothing where it was not entitled
 */
public record ChangedRow(
        String programme, Holder holder, int row, int household, Comparison.Kind kind, long beforeFen, long afterFen) {}
