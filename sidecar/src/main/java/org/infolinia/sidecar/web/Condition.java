package org.infolinia.sidecar.web;

/**
 * How a component is.
 *
 * @param state  whether it works
 * @param reason why it does not, or not as it should; empty when it does
 */
record Condition(State state, String reason) {

    /** From best to worst. */
    enum State {
        UP("up"),
        DEGRADED("degraded"),
        DOWN("down");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As monitoring reads it. */
        String word() {
            return word;
        }
    }

    static final Condition UP = new Condition(State.UP, "");

    static Condition down(String reason) {
        return new Condition(State.DOWN, reason);
    }

    static Condition of(Throwable failure) {
        return new Condition(
                failure instanceof Degraded ? State.DEGRADED : State.DOWN,
                failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }
}
