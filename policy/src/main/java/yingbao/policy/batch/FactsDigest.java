package yingbao.policy.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * A hash over what gives stored facts their meaning: the catalogue with its codes, and the divisions of the day that
 * somebody lives in with all above them. Rules, parameters and texts are not in it, nor divisions where nobody lives, so
 * that a pack that changes or adds such things is asked about the same snapshot.
 */
final class FactsDigest {
    private static final int DIGITS = 16;

    private FactsDigest() {}

    /** Of the catalogue alone, for what names no division but by its code. */
    static String ofCatalogue(Pack pack) {
        MessageDigest digest = begun();
        addCatalogue(digest, pack);
        return ended(digest);
    }

    static String of(Pack pack, LocalDate on, Collection<AreaCode> inhabited) {
        MessageDigest digest = begun();
        addCatalogue(digest, pack);
        Map<AreaCode, Area> divisions = new TreeMap<>();
        for (AreaCode code : inhabited) {
            pack.areas().lineage(code, on).forEach(area -> divisions.put(area.code(), area));
        }
        divisions.values().forEach(area -> add(digest, area.code() + " " + area.parent()));
        return ended(digest);
    }

    private static void addCatalogue(MessageDigest digest, Pack pack) {
        for (Holder holder : Holder.values()) {
            for (Fact fact : pack.catalogue().facts(holder)) {
                add(digest, fact.fullName());
                add(digest, fact.kind() + " " + fact.symbol().unit() + " " + fact.collected());
                fact.symbol().codes().keySet().forEach(code -> add(digest, code));
            }
        }
    }

    private static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String ended(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
