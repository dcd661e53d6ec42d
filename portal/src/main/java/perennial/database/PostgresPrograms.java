package perennial.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, which come with the build as an archive for this platform and are unpacked once.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {
    /** Of the archive on the class path; a test compares. */
    static final String VERSION = "18.1";

    /** Unpacks into {@code tools/postgres-<version>} unless that is done already, by this or another process. */
    static PostgresPrograms in(Path tools) throws IOException {
        Files.createDirectories(tools);
        var folder = tools.toAbsolutePath().resolve("postgres-" + VERSION);
        try (var lock =
                FileChannel.open(tools.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.isDirectory(folder)) unpack(folder);
        }
        return new PostgresPrograms(folder);
    }

    /** The path of one program, e.g. {@code initdb}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Beside the final name first, so that a start cut short leaves nothing half-done under it. */
    private static void unpack(Path folder) throws IOException {
        var draft = folder.resolveSibling(folder.getFileName() + ".unpacking");
        Trees.delete(draft);
        try (var archive = open();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("an entry leaves the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static InputStream open() {
        var name = "/postgres-%s.txz".formatted(platform());
        var archive = PostgresPrograms.class.getResourceAsStream(name);
        if (archive == null) {
            throw new DatabaseUnusable(
                    "This build holds no PostgreSQL for this machine (%s is missing)".formatted(name),
                    "Build on this platform, or set perennial.database.url to a PostgreSQL of yours.");
        }
        return archive;
    }

    /** As the archives are named: {@code linux-x86_64}, {@code linux-arm_64}, {@code darwin-x86_64}, {@code darwin-arm_64}. */
    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return system + "-" + processor;
    }
}
