package yingbao.platform.cases;

import java.time.YearMonth;

/**
 * What was given once, or for a year, by another case of the same programme.
 *
 * @param number of that case
 * @param month for which it was decided
 */
public record GivenView(CaseId caseId, String number, YearMonth month, long amountFen) {}
