package perennial.sync.web;

import java.util.List;
import perennial.sync.Preview;

/** A preview as the API shows it (S11). {@code bytes} as Zoom says; {@code confirm} allows {@code deletions} (D1). */
record PreviewJson(
        int usersReached,
        List<String> unknownUsers,
        int recordings,
        long bytes,
        int toImport,
        long bytesToImport,
        int accountsCreated,
        int rolesRaised,
        int deletions,
        int deletionUsers,
        int deletionsImportedEarlier,
        long deletionBytes,
        int withLeftOutFiles,
        String remark,
        String confirm) {

    static PreviewJson of(Preview preview) {
        return new PreviewJson(
                preview.usersReached(),
                preview.unknownUsers(),
                preview.recordings(),
                preview.bytes(),
                preview.toImport(),
                preview.bytesToImport(),
                preview.accountsCreated(),
                preview.rolesRaised(),
                preview.deletions(),
                preview.deletionUsers(),
                preview.importedEarlier(),
                preview.deletionBytes(),
                preview.withLeftOut(),
                preview.remark(),
                preview.confirm());
    }
}
