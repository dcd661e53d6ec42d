package perennial;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The portal, one program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Perennial {
    Perennial() {}

    public static void main(String[] args) {
        SpringApplication.run(Perennial.class, args);
    }
}
