package perennial.watch;

import perennial.library.MediaId;

/** Somebody wrote a comment: published as an application event in the transaction of the change. */
public record CommentWritten(CommentId comment, MediaId media) {}
