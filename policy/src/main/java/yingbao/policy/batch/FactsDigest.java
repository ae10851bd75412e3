package yingbao.policy.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaLevel;

/**
 * A hash over what gives stored facts their meaning: the catalogue with its codes and the divisions of the day. Rules,
 * parameters and texts are not in it, so that what-ifs about them are asked of the same snapshot.
 */
final class FactsDigest {
    private static final int DIGITS = 16;

    private FactsDigest() {}

    static String of(Pack pack, LocalDate on) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Holder holder : Holder.values()) {
                for (Fact fact : pack.catalogue().facts(holder)) {
                    add(digest, fact.fullName());
                    add(digest, fact.kind() + " " + fact.symbol().unit() + " " + fact.collected());
                    fact.symbol().codes().keySet().forEach(code -> add(digest, code));
                }
            }
            for (AreaLevel level : AreaLevel.values()) {
                pack.areas().all(level, on).stream()
                        .sorted(Comparator.comparing(Area::code))
                        .forEach(area -> add(digest, area.code() + " " + area.parent()));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
