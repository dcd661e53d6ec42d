package perennial.video;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Files from elsewhere reach native programs by one door only, and no shell stands in it. */
class ProcessRuleTest {
    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("perennial");

    @Test
    void onlyFFmpegAndTheDatabaseStartProcesses() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(FFmpeg.class.getName())
                .and()
                .resideOutsideOfPackage("perennial.database")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(PORTAL);
    }

    @Test
    void nobodyUsesTheOldDoor() {
        noClasses().should().callMethod(Runtime.class, "exec", String[].class).check(PORTAL);
        noClasses().should().callMethod(Runtime.class, "exec", String.class).check(PORTAL);
    }
}
