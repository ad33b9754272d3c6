package io.buildingos.notification;

/** How the sender of a mail shows itself. */
record Brand(String name, String color, String footer) {
    static final String DEFAULT_COLOR = "#1f4e79";
    static final Brand PRODUCT = new Brand("BuildingOS", DEFAULT_COLOR, "");

    private static final int RADIX = 16;
    private static final double HALF_BRIGHT = 140;

    Brand {
        color = color == null ? DEFAULT_COLOR : color;
        footer = footer == null ? "" : footer;
    }

    /** Dark letters on a bright colour, white ones on a dark one. */
    String letters() {
        int red = Integer.parseInt(color.substring(1, 3), RADIX);
        int green = Integer.parseInt(color.substring(3, 5), RADIX);
        int blue = Integer.parseInt(color.substring(5, 7), RADIX);
        double brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
        return brightness > HALF_BRIGHT ? "#1d2733" : "#ffffff";
    }
}
