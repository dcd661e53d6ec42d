package perennial.jobs;

/** This run was declared dead and its job taken over: it must stop without a trace. Never caught to go on. */
public final class LostLease extends RuntimeException {
    LostLease(String job, String subject) {
        super("Job %s of %s was taken over by another run; this one stops".formatted(job, subject));
    }
}
