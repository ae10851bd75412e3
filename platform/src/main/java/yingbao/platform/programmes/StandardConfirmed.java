package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.value.AreaCode;

/**
 * A value of an area has taken effect; told in the transaction in which it did.
 *
 * @param parameter name of the parameter
 * @param area the division that it holds for, with all that lies in it
 * @param from the first day
 * @param to the last day; empty where it holds until the next
 */
public record StandardConfirmed(
        StandardId id, String parameter, AreaCode area, LocalDate from, Optional<LocalDate> to) {}
