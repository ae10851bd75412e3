package yingbao.platform.registry;

import java.time.LocalDate;
import yingbao.policy.value.AreaCode;

/**
 * A household lives elsewhere; published in the transaction of the change.
 *
 * @param number its number there
 * @param on the first day in the new area
 */
public record HouseholdMoved(HouseholdId household, AreaCode from, AreaCode to, String number, LocalDate on) {}
