package zoomsim.account;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of one recorded file, readable from any position. */
public sealed interface Content permits FileBytes, GeneratedBytes, GeneratedVideo, TextBytes {
    /** In bytes. */
    long size();

    /** Writes {@code length} bytes beginning at {@code offset}; both lie within the size. */
    void writeTo(OutputStream out, long offset, long length) throws IOException;

    /** Hex SHA-256 of the whole, computed by reading all of it. */
    default String sha256() {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            writeTo(out, 0, size());
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
