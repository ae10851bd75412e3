package yingbao.platform.payments;

import java.util.HexFormat;

/**
 * A few bytes as a value: equal where they are equal, and never changed.
 *
 * @param hex two digits a byte
 */
record Bytes(String hex) {
    static Bytes of(byte[] bytes) {
        return new Bytes(HexFormat.of().formatHex(bytes));
    }

    byte[] array() {
        return HexFormat.of().parseHex(hex);
    }
}
