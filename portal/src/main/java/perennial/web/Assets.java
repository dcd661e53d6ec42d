package perennial.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * Addresses of static files. Our own carry one hash over all of them, so that a browser may keep them for a year and
 * modules that import each other by relative path stay together; a library's files carry its version.
 */
@Component
public class Assets {
    private static final String FOLDER = "classpath:/static/assets/";

    private final String version = hashOfAllFiles();
    private final WebJarVersionLocator webjars = new WebJarVersionLocator();

    /** The hash that stands in the path of our own files: 12 hex digits. */
    public String version() {
        return version;
    }

    /** Address of a file of ours; {@code path} is below {@code static/assets}, e.g. {@code js/app.js}. */
    public String url(String path) {
        return "/assets/" + version + "/" + path;
    }

    /** Address of a library's file. Throws IllegalArgumentException if the build has no such WebJar. */
    public String webjar(String name, String path) {
        var jar = webjars.version(name);
        if (jar == null) throw new IllegalArgumentException("no WebJar named " + name);
        return "/webjars/" + name + "/" + jar + "/" + path;
    }

    private static String hashOfAllFiles() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources(FOLDER + "**/*.*");
            Arrays.sort(files, Comparator.comparing(Assets::address));
            for (Resource file : files) hash.update(file.getContentAsByteArray());
            return HexFormat.of().formatHex(hash.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Resource file) {
        try {
            var url = file.getURL().toString();
            return url.substring(url.lastIndexOf("static/assets/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
