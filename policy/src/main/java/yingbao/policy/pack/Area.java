package yingbao.policy.pack;

import java.util.Optional;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.DateRange;

/**
 * A division while it bore one code, one name and one parent.
 *
 * @param code its code
 * @param name its name
 * @param level its level
 * @param parent the division above it; empty for the province
 * @param range when this was so, within the time the pack covers
 * @param successor the code that follows, where the division was renumbered or merged
 */
public record Area(
        AreaCode code,
        String name,
        AreaLevel level,
        Optional<AreaCode> parent,
        DateRange range,
        Optional<AreaCode> successor) {}
