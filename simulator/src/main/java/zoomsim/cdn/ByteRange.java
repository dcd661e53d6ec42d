package zoomsim.cdn;

import java.util.regex.Pattern;

/** The part of a file that a Range header asks for; several parts at once are answered with the whole. */
sealed interface ByteRange {
    Pattern SINGLE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    record Whole() implements ByteRange {}

    /**
     * One stretch.
     *
     * @param last inclusive
     */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    record OutOfReach() implements ByteRange {}

    static ByteRange of(String header, long size) {
        var matcher = SINGLE.matcher(header.strip());
        if (!matcher.matches()) return new Whole();
        var first = matcher.group(1);
        var last = matcher.group(2);
        if (first.isEmpty() && last.isEmpty()) return new Whole();
        if (first.isEmpty()) return suffix(number(last), size);
        long from = number(first);
        long to = last.isEmpty() ? size - 1 : Math.min(number(last), size - 1);
        if (!last.isEmpty() && number(last) < from) return new Whole();
        return from >= size ? new OutOfReach() : new Part(from, to);
    }

    private static ByteRange suffix(long count, long size) {
        if (count == 0 || size == 0) return new OutOfReach();
        return new Part(Math.max(0, size - count), size - 1);
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
