package yingbao.policy.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Ratio;

/** Households that columns cannot hold, as bytes: every fact that a column would hold, as it was given. */
final class OddHouseholds {
    private static final int WHOLE = 1;
    private static final int FLAG = 2;
    private static final int TEXT = 3;
    private static final int FRACTION = 4;
    private static final int UNKNOWN = 5;
    private static final int FAILURE = 6;
    private static final int END = -1;

    private final Pack pack;

    OddHouseholds(Pack pack) {
        this.pack = pack;
    }

    byte[] written(Map<Integer, Household> odd) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (Map.Entry<Integer, Household> entry : odd.entrySet()) {
                Household household = entry.getValue();
                out.writeInt(entry.getKey());
                write(household.area().digits(), out);
                write(Holder.HOUSEHOLD, household.facts(), out);
                out.writeInt(household.members().size());
                for (Facts member : household.members()) {
                    write(Holder.PERSON, member, out);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(Holder holder, Facts facts, DataOutputStream out) throws IOException {
        write(facts.id(), out);
        List<Fact> all = pack.catalogue().facts(holder);
        for (int slot = 0; slot < all.size(); slot++) {
            Optional<Value> given = Rows.isKept(all.get(slot)) ? facts.given(slot) : Optional.empty();
            if (given.isPresent()) {
                out.writeInt(slot);
                write(given.get(), out);
            }
        }
        out.writeInt(END);
    }

    private static void write(Value value, DataOutputStream out) throws IOException {
        switch (value) {
            case Value.Whole(long whole) -> {
                out.writeByte(WHOLE);
                out.writeLong(whole);
            }
            case Value.Flag(boolean flag) -> {
                out.writeByte(FLAG);
                out.writeBoolean(flag);
            }
            case Value.Text(String text) -> {
                out.writeByte(TEXT);
                write(text, out);
            }
            case Value.Fraction(Ratio ratio) -> {
                out.writeByte(FRACTION);
                write(ratio.numerator().toString(), out);
                write(ratio.denominator().toString(), out);
            }
            case Value.Unknown unknown -> {
                out.writeByte(UNKNOWN);
                out.writeInt(unknown.missing().size());
                for (Missing missing : unknown.missing()) {
                    write(missing.kind().name(), out);
                    write(missing.name(), out);
                    write(missing.subject(), out);
                }
            }
            case Value.Failure(String code, String detail) -> {
                out.writeByte(FAILURE);
                write(code, out);
                write(detail, out);
            }
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** So many households, by row of their block. */
    Map<Integer, Household> read(byte[] bytes, int count) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Map<Integer, Household> odd = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            int row = in.readInt();
            AreaCode area = new AreaCode(text(in));
            Facts household = facts(Holder.HOUSEHOLD, in);
            List<Facts> members = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                members.add(facts(Holder.PERSON, in));
            }
            odd.put(row, new Household(area, household, members));
        }
        return odd;
    }

    private Facts facts(Holder holder, DataInputStream in) throws IOException {
        String id = text(in);
        List<Optional<Value>> values = new ArrayList<>();
        int next = in.readInt();
        for (int slot = 0; slot < pack.catalogue().facts(holder).size(); slot++) {
            if (slot == next) {
                values.add(Optional.of(value(in)));
                next = in.readInt();
            } else {
                values.add(Optional.empty());
            }
        }
        return Facts.ofSlots(id, holder, pack.vocabulary(), values);
    }

    private static Value value(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case WHOLE -> new Value.Whole(in.readLong());
            case FLAG -> Value.Flag.of(in.readBoolean());
            case TEXT -> new Value.Text(text(in));
            case FRACTION -> new Value.Fraction(new Ratio(new BigInteger(text(in)), new BigInteger(text(in))));
            case UNKNOWN -> {
                TreeSet<Missing> missing = new TreeSet<>();
                for (int left = in.readInt(); left > 0; left--) {
                    missing.add(new Missing(Missing.Kind.valueOf(text(in)), text(in), text(in)));
                }
                yield new Value.Unknown(missing);
            }
            case FAILURE -> new Value.Failure(text(in), text(in));
            default -> throw new IOException("no such value: " + kind);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
