package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

/** Which level of government bears which share of a programme's money. */
@Service
public class FundShares {
    private static final int BASIS_POINTS_PER_PERCENT = 100;
    private static final int WHOLE_BASIS_POINTS = 10_000;

    private final Packs packs;

    FundShares(Packs packs) {
        this.packs = packs;
    }

    /** What is known about the shares. */
    public sealed interface Shares {

        /**
         * All of them.
         *
         * @param basisPoints fund id to its share, in the order of the programme; 10,000 together
         */
        record Known(Map<String, Integer> basisPoints) implements Shares {}

        /**
         * Not to be determined.
         *
         * @param unset labels of what nobody has set; empty where all are set but do not make a whole
         * @param sumPercent what those that are set come to
         */
        record Open(List<String> unset, long sumPercent) implements Shares {}
    }

    /** The shares of a programme in an area on a day, by the pack that holds now; empty where it is not in force then. */
    public Optional<Shares> of(String programme, AreaCode area, LocalDate on) {
        Pack pack = packs.current();
        return pack.programmesOn(on).stream()
                .filter(candidate -> candidate.id().equals(programme))
                .findFirst()
                .map(found -> of(pack, found, area, on));
    }

    /** The shares of a programme in an area on a day, by some pack. */
    public static Shares of(Pack pack, Programme programme, AreaCode area, LocalDate on) {
        Map<String, Integer> basisPoints = new LinkedHashMap<>();
        List<String> unset = new ArrayList<>();
        long sumPercent = 0;
        for (String fund : programme.funds()) {
            Optional<Parameter> parameter =
                    Optional.ofNullable(programme.fundShares().get(fund)).flatMap(pack::parameter);
            Optional<Setting> setting = parameter.flatMap(found -> pack.setting(found, area, on));
            if (setting.isPresent() && setting.get() instanceof Setting.Stated stated) {
                long percent = stated.value().value();
                basisPoints.put(fund, Math.toIntExact(percent * BASIS_POINTS_PER_PERCENT));
                sumPercent += percent;
            } else {
                unset.add(parameter
                        .map(found -> found.symbol().label())
                        .orElse(pack.funds().getOrDefault(fund, fund)));
            }
        }
        boolean whole = sumPercent * BASIS_POINTS_PER_PERCENT == WHOLE_BASIS_POINTS;
        return unset.isEmpty() && whole ? new Shares.Known(basisPoints) : new Shares.Open(unset, sumPercent);
    }
}
