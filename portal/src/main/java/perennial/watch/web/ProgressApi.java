package perennial.watch.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.MediaId;
import perennial.watch.Watch;

/** How far somebody watched, told over the API by players of others' making. */
@RestController
class ProgressApi {
    private final Watch watch;

    ProgressApi(Watch watch) {
        this.watch = watch;
    }

    /**
     * @param position in seconds
     */
    record Position(double position) {}

    /** Tells how far one has watched: a view, one a day, and where one goes on next time. */
    @PutMapping("/api/v1/media/{id}/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(@PathVariable String id, @RequestBody Position position) {
        watch.reached(MediaId.asked(id), StartTime.seconds(position.position()));
    }
}
