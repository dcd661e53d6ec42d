package perennial.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the embedded server is configured: durable, local, moderate. Written anew at each start. */
final class Settings {
    static final String FILE = "postgresql.conf";

    private Settings() {}

    static void write(Path data, int port) throws IOException {
        Files.writeString(data.resolve(FILE), text(port));
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    static String text(int port) {
        return """
                # Written by the portal at each start; changes here are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                max_connections = 200

                # A commit that was answered survives a power cut.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # Fits beside the portal on a small machine.
                shared_buffers = 128MB
                effective_cache_size = 1GB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                max_wal_size = 1GB
                wal_level = minimal
                max_wal_senders = 0
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                log_destination = stderr
                logging_collector = on
                log_directory = log
                log_filename = 'postgres-%%a.log'
                log_rotation_age = 1d
                log_truncate_on_rotation = on
                log_checkpoints = off
                """.formatted(port);
    }
}
