package yingbao.policy.batch;

import java.util.Optional;
import java.util.stream.Stream;

/** How wide the numbers of a column are kept. */
enum Width {
    BIT(0, 0),
    BYTE(1, 1),
    SHORT(2, 2),
    INT(3, 4),
    LONG(4, 8);

    private final int code;
    private final int bytes;

    Width(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The number that stands for it in files. */
    int code() {
        return code;
    }

    static Optional<Width> of(int code) {
        return Stream.of(values()).filter(width -> width.code == code).findFirst();
    }

    /** The narrowest that holds two numbers and all between them. */
    static Width of(long least, long greatest) {
        if (least >= 0 && greatest <= 1) {
            return BIT;
        }
        if (least >= Byte.MIN_VALUE && greatest <= Byte.MAX_VALUE) {
            return BYTE;
        }
        if (least >= Short.MIN_VALUE && greatest <= Short.MAX_VALUE) {
            return SHORT;
        }
        return least >= Integer.MIN_VALUE && greatest <= Integer.MAX_VALUE ? INT : LONG;
    }

    /** How many bytes so many rows take, up to whole words of 64 bits. */
    long bytes(int rows) {
        long bits = this == BIT ? rows : (long) rows * bytes * Byte.SIZE;
        return (bits + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
    }
}
