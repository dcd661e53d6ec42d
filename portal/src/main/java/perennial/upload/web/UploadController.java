package perennial.upload.web;

import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import perennial.upload.UploadId;
import perennial.upload.Uploads;

/** The page of uploads. Its script sends the files, see {@link TusController}. */
@Controller
class UploadController {
    private final Uploads uploads;
    private final UploadPages pages;

    UploadController(Uploads uploads, UploadPages pages) {
        this.uploads = uploads;
        this.pages = pages;
    }

    @GetMapping("/upload")
    String page(Model model) {
        model.addAttribute("page", pages.page());
        return "upload/upload";
    }

    /** The list alone, for a page that looks again. */
    @GetMapping("/upload/list")
    String list(Model model) {
        model.addAttribute("page", pages.page());
        return "upload/list";
    }

    @PostMapping("/upload/{id}/remove")
    String remove(@PathVariable String id) throws IOException {
        uploads.remove(UploadId.asked(id));
        return "redirect:/upload";
    }

    @PostMapping("/upload/{id}/retry")
    String retry(@PathVariable String id) {
        uploads.retry(UploadId.asked(id));
        return "redirect:/upload";
    }
}
