/**
 * The Zoom app: connections, the ledger of everything ever seen at Zoom, the scan that fills it, and the import that
 * turns its recordings into items of the library, and the deletion at Zoom of what is proven to be here.
 *
 * <p>The path of the data: {@code Connections} switch on and ask for {@code ScanJob}; {@code Scanner} lists and {@code
 * Sightings} write the ledger; {@code ImportJob} lets {@code Importer} fetch, join and publish one recording; {@code
 * DeletionPhase} picks what {@code DeletionGate} lets through, and {@code Deleter} and {@code TrashReadBack} carry it out.
 * {@code Webhooks} only make it sooner. {@code Alerts} tell Managers what needs them. {@code SyncControl} starts, pauses and stops. Pages and API read {@link
 * perennial.sync.Status} and {@link perennial.sync.Ledger}.
 */
@ApplicationModule(
        displayName = "Zoom app",
        allowedDependencies = {
            "web",
            "jobs",
            "people",
            "mail",
            "settings",
            "secrets",
            "audit",
            "storage",
            "video",
            "zoom",
            "library"
        })
@NullMarked
package perennial.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
