package perennial.storage;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the store. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    @Bean
    BlobStore blobStore(StorageProperties properties, Parts parts, JdbcClient jdbc) throws IOException {
        return new FolderStore(
                properties.folder(),
                parts,
                id -> jdbc.sql("select exists (select 1 from blob where id = :id)")
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single());
    }
}
