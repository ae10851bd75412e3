package yingbao.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Random households of a pack for tests of other packages. */
public final class Households {
    private Households() {}

    /** Complete ones, ones with gaps, and some without members. */
    public static List<Household> random(
            Pack pack, List<AreaCode> areas, LocalDate on, int count, RandomGenerator random) {
        List<Household> households = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            AreaCode area = areas.get(random.nextInt(areas.size()));
            RandomHousehold complete = RandomHousehold.complete(pack, area, on, random);
            households.add(
                    switch (random.nextInt(10)) {
                        case 0, 1, 2, 3 -> complete.household();
                        case 4 -> complete.withoutMembers().household();
                        case 5 ->
                            complete.withMoney(_ -> true, fen -> random.nextInt(8) == 0 ? Long.MAX_VALUE - fen : fen)
                                    .household();
                        default -> complete.withGaps(random).household();
                    });
        }
        return households;
    }
}
