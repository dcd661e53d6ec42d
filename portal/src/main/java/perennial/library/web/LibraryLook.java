package perennial.library.web;

import perennial.library.MediaOrder;

/**
 * How somebody looks at the library.
 *
 * @param list one below the other rather than in a grid
 */
record LibraryLook(Filters filters, MediaOrder order, boolean list) {
    private static final String PATH = "/library";

    String address() {
        var parameters = (order == MediaOrder.NEWEST ? "" : "&sort=" + order.word())
                + (list ? "&view=list" : "")
                + filters.query();
        return parameters.isEmpty() ? PATH : PATH + "?" + parameters.substring(1);
    }

    String after(Object cursor) {
        var address = address();
        return address + (address.equals(PATH) ? "?" : "&") + "after=" + cursor;
    }

    LibraryLook as(boolean list) {
        return new LibraryLook(filters, order, list);
    }

    LibraryLook without() {
        return new LibraryLook(Filters.NONE, order, list);
    }
}
