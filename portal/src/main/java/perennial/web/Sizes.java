package perennial.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of bytes as people read them: decimal units, three digits ("742 MB", "1.83 TB"). */
public final class Sizes {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Sizes() {}

    public static String text(long bytes) {
        if (bytes == 1) return "1 byte";
        if (Math.abs(bytes) < 1000) return bytes + " bytes";
        int unit = (Long.toString(Math.abs(bytes)).length() - 1) / 3;
        var rounded = rounded(bytes, unit);
        if (rounded.abs().compareTo(BigDecimal.valueOf(1000)) >= 0) rounded = rounded(bytes, ++unit);
        int whole = rounded.precision() - rounded.scale();
        return rounded.setScale(Math.max(0, 3 - whole), RoundingMode.HALF_UP).toPlainString() + " " + UNITS[unit];
    }

    private static BigDecimal rounded(long bytes, int unit) {
        return BigDecimal.valueOf(bytes).movePointLeft(3 * unit).round(new MathContext(3, RoundingMode.HALF_UP));
    }
}
