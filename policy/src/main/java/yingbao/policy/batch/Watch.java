package yingbao.policy.batch;

/** Somebody who waits for a population to be decided; asked and told by several threads at once. */
public interface Watch {
    /** Waits to the end without being told anything. */
    Watch NOBODY = new Watch() {
        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public void at(long households, long ofAll) {
            // Nobody looks.
        }
    };

    /** Whether the rest need not be decided. Asked before every chunk. */
    boolean isStopped();

    /** So many households are decided. */
    void at(long households, long ofAll);
}
