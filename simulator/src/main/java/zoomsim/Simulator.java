package zoomsim;

/** A believable Zoom: API, OAuth, CDN. */
public final class Simulator {
    private Simulator() {}

    public static void main(String[] args) {}
}
