using System.Collections.Concurrent;

namespace NavGeo.Web.Situations;

/// <summary>
/// Where roads are measured: so many threads of its own, and so many who wait. What a measure does on several threads is done on
/// these too, so that those who answer requests and keep the meeting together are never held up by it. Who comes when too many
/// wait is told how many are before them, and may come again. Any number of threads may ask.
/// </summary>
public sealed class MeasuringPool : IDisposable
{
    private readonly Threads threads;
    private readonly int most;
    private int before;

    /// <param name="count">Threads that work at the same time.</param>
    /// <param name="most">Pieces of work that may wait or be done at once; who comes after is refused.</param>
    public MeasuringPool(int count, int most)
    {
        this.most = most;
        threads = new Threads(count);
    }

    /// <summary>One thread a processor; so many wait that a full room is served and none waits for minutes.</summary>
    public static MeasuringPool OfMachine(int most = 64) => new(Environment.ProcessorCount, most);

    /// <summary>How much waits or is being done.</summary>
    public int Before => Volatile.Read(ref before);

    /// <summary>Does a piece of work.</summary>
    /// <exception cref="BusyException">Too much waits.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        int first = Interlocked.Increment(ref before) - 1;
        try
        {
            if (first >= most) throw new BusyException(first);
            return await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.RunContinuationsAsynchronously, threads);
        }
        finally
        {
            Interlocked.Decrement(ref before);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => threads.Dispose();

    /// <summary>Tasks are done in the order they came in; what a task has others do for it is done as soon as a thread is free.</summary>
    private sealed class Threads : TaskScheduler, IDisposable
    {
        private readonly BlockingCollection<Task> waiting = [];
        private readonly ThreadLocal<bool> isOurs = new();

        public Threads(int count)
        {
            MaximumConcurrencyLevel = count;
            for (int i = 0; i < count; i++) new Thread(Work) { IsBackground = true, Name = "measuring" }.Start();
        }

        public override int MaximumConcurrencyLevel { get; }

        public void Dispose() => waiting.CompleteAdding();

        protected override IEnumerable<Task> GetScheduledTasks() => waiting;

        protected override void QueueTask(Task task) => waiting.Add(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => isOurs.Value && TryExecuteTask(task);

        private void Work()
        {
            isOurs.Value = true;
            foreach (Task task in waiting.GetConsumingEnumerable()) TryExecuteTask(task);
        }
    }
}

/// <summary>So much waits to be measured that no more is taken on for now.</summary>
/// <param name="before">How much was before.</param>
public sealed class BusyException(int before) : Exception(FormattableString.Invariant($"{before} measures wait"))
{
    /// <summary>How much was before.</summary>
    public int Before { get; } = before;
}
