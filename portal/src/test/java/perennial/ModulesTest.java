package perennial;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void modulesUseOnlyWhatTheySayTheyUse() {
        ApplicationModules.of(Perennial.class).verify();
    }
}
