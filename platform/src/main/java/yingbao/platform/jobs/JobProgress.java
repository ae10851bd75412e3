package yingbao.platform.jobs;

/** Takes reports of how far a job is; cheap enough to be told of every row. */
public interface JobProgress {

    /**
     * So many of so many are done; zero for a total that is not known.
     *
     * @throws JobCancelled when somebody stopped the job, of a kind that can be cancelled
     */
    void report(long done, long total);
}
