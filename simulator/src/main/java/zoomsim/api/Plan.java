package zoomsim.api;

/** Zoom's plans, with the requests per second that each allows; a day's limit of 0 means none. */
public enum Plan {
    FREE(4, 2, 6_000, 2_000),
    PRO(30, 20, 0, 0),
    BUSINESS(80, 60, 0, 0);

    final int light;
    final int medium;
    final int lightPerDay;
    final int mediumPerDay;

    Plan(int light, int medium, int lightPerDay, int mediumPerDay) {
        this.light = light;
        this.medium = medium;
        this.lightPerDay = lightPerDay;
        this.mediumPerDay = mediumPerDay;
    }
}
