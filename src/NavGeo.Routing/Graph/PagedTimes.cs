namespace NavGeo.Routing.Graph;

/// <summary>
/// A column of times in pages. What is changed from another column shares the pages that are as they were, so that a closed
/// road in a country costs a few pages, in memory as in time, and two columns are told apart by looking at what they do not
/// share. Immutable; any number of threads may read it.
/// </summary>
public sealed class PagedTimes
{
    private const int PageBits = 11;
    private const int PageLength = 1 << PageBits;
    private const int InPage = PageLength - 1;

    private readonly int[][] pages;

    private PagedTimes(int[][] pages, int length)
    {
        this.pages = pages;
        Length = length;
    }

    /// <summary>How many.</summary>
    public int Length { get; }

    /// <summary>Milliseconds.</summary>
    public int this[int at] => pages[at >> PageBits][at & InPage];

    /// <summary>A copy in one piece.</summary>
    public int[] ToArray()
    {
        int[] all = GC.AllocateUninitializedArray<int>(Length);
        for (int page = 0; page < pages.Length; page++) pages[page].CopyTo(all, page << PageBits);
        return all;
    }

    internal static PagedTimes Of(ReadOnlySpan<int> times)
    {
        var pages = new int[(times.Length + InPage) >> PageBits][];
        for (int page = 0; page < pages.Length; page++)
        {
            int from = page << PageBits;
            pages[page] = times.Slice(from, Math.Min(PageLength, times.Length - from)).ToArray();
        }
        return new PagedTimes(pages, times.Length);
    }

    /// <summary>The same column with more times at its end, 0 to begin with.</summary>
    internal PagedTimes Longer(int length)
    {
        var more = new int[(length + InPage) >> PageBits][];
        for (int page = 0; page < more.Length; page++)
        {
            int wanted = Math.Min(PageLength, length - (page << PageBits));
            if (page < pages.Length && pages[page].Length == wanted)
            {
                more[page] = pages[page];
                continue;
            }
            more[page] = new int[wanted];
            if (page < pages.Length) pages[page].CopyTo(more[page], 0);
        }
        return new PagedTimes(more, length);
    }

    /// <summary>The same column, about to be changed.</summary>
    internal Draft Change() => new(this);

    /// <summary>Whether all times are the same.</summary>
    internal bool IsSameAs(PagedTimes other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (Length != other.Length) return false;
        for (int page = 0; page < pages.Length; page++)
        {
            if (pages[page] != other.pages[page] && !pages[page].AsSpan().SequenceEqual(other.pages[page])) return false;
        }
        return true;
    }

    /// <summary>Where either of two columns is not as another pair; rising. Columns are of one length.</summary>
    internal static IEnumerable<int> Differences((PagedTimes One, PagedTimes Other) now, (PagedTimes One, PagedTimes Other) before)
    {
        for (int page = 0; page < now.One.pages.Length; page++)
        {
            (int[] one, int[] other) = (now.One.pages[page], now.Other.pages[page]);
            (int[] oneBefore, int[] otherBefore) = (before.One.pages[page], before.Other.pages[page]);
            if (one == oneBefore && other == otherBefore) continue;
            for (int at = 0; at < one.Length; at++)
            {
                if (one[at] != oneBefore[at] || other[at] != otherBefore[at]) yield return (page << PageBits) + at;
            }
        }
    }

    /// <summary>A column that is changed: pages are copied when they are first written to. Scratch for one thread.</summary>
    internal sealed class Draft(PagedTimes from)
    {
        private readonly int[][] pages = [.. from.pages];
        private bool isChanged;

        public int this[int at]
        {
            get => pages[at >> PageBits][at & InPage];
            set
            {
                int page = at >> PageBits;
                if (pages[page][at & InPage] == value) return;
                if (pages[page] == from.pages[page]) pages[page] = [.. pages[page]];
                pages[page][at & InPage] = value;
                isChanged = true;
            }
        }

        /// <summary>The column as it now is; the draft is changed no more.</summary>
        public PagedTimes Done() => isChanged ? new PagedTimes(pages, from.Length) : from;
    }
}
