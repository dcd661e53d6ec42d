package zoomsim.account;

/** Bits, highest first, with the codes that H.264 uses; filled up with zeros to whole bytes. */
final class BitWriter {
    private final StringBuilder bits = new StringBuilder();

    BitWriter fixed(int value, int count) {
        for (int i = count - 1; i >= 0; i--) bits.append((value >>> i) & 1);
        return this;
    }

    /** Exp-Golomb. */
    BitWriter unsigned(int value) {
        int length = 32 - Integer.numberOfLeadingZeros(value + 1);
        return fixed(0, length - 1).fixed(value + 1, length);
    }

    /** Of the signed values only 0 is needed. */
    BitWriter signed(int zero) {
        return unsigned(zero);
    }

    byte[] bytes() {
        while (bits.length() % 8 != 0) bits.append('0');
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
