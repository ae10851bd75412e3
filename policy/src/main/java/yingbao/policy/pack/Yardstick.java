package yingbao.policy.pack;

import java.util.List;
import java.util.Optional;
import yingbao.policy.value.Citation;

/**
 * A line that the incomes of households are held against, such as the poverty line: a household that is short of it by
 * more than it is given lies under it, with everybody in it.
 *
 * @param id its name
 * @param title how people call it
 * @param says what is compared with what, in words
 * @param parameter the name of the parameter that is the line, if it is one
 * @param shortage what a household is short of in a year before it is given anything; as a programme, so that it is
 *     worked out as any other, and never paid
 * @param cites what it rests on
 */
public record Yardstick(
        String id, String title, String says, Optional<String> parameter, Programme shortage, List<Citation> cites) {}
