package zoomsim.api;

/** How dear a request is to Zoom. */
enum RateLabel {
    LIGHT("Light"),
    MEDIUM("Medium");

    private final String shown;

    RateLabel(String shown) {
        this.shown = shown;
    }

    int perSecond(Plan plan) {
        return this == LIGHT ? plan.light : plan.medium;
    }

    int perDay(Plan plan) {
        return this == LIGHT ? plan.lightPerDay : plan.mediumPerDay;
    }

    @Override
    public String toString() {
        return shown;
    }
}
