package yingbao.platform.jobs;

/** Takes reports of how far a job is; cheap enough to be told of every row. */
public interface JobProgress {

    /** So many of so many are done; zero for a total that is not known. */
    void report(long done, long total);
}
