package zoomsim.http;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface Handler {
    Reply handle(Request request);
}
