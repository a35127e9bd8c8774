using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Planning.Sweeps;

/// <summary>
/// Many questions about one case, numbered from 0: one row a question and structure, and each row a function of the case and its
/// number alone. So the rows are the same whoever computes them, in whatever order and however the numbers are shared out.
/// Made of a <see cref="Publication"/>: the people counted are those its audience may know, so all the rows together tell no
/// more than those places do. Immutable, any number of threads may ask.
/// </summary>
public abstract class CaseSweep
{
    /// <summary>What is asked.</summary>
    public abstract SweepOver Over { get; }

    /// <summary>What a row holds; the first column is the number.</summary>
    public abstract IReadOnlyList<SweepColumn> Columns { get; }

    /// <summary>How many rows.</summary>
    public abstract int Count { get; }

    /// <summary>The rows from a number on, in their order: those of one thread, which share what they can.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">One after the last.</param>
    public abstract IEnumerable<IReadOnlyList<object?>> Rows(int from, int to);

    /// <summary>One row.</summary>
    public IReadOnlyList<object?> Row(int number) => Rows(number, number + 1).Single();

    /// <summary>A sweep over a case.</summary>
    /// <param name="over">What is asked.</param>
    /// <param name="publication">The case, its structures and who may know what.</param>
    /// <param name="settings">How many draws, and from which seed; for those sweeps alone.</param>
    /// <param name="language">Of titles.</param>
    public static CaseSweep Of(SweepOver over, Publication publication, SweepSettings settings, UserLanguage language) => over == SweepOver.Draws
        ? new DrawSweep(publication.Comparison, settings, language) : new ClosureSweep(over, publication.Comparison, language);
}

/// <summary>What questions are asked over.</summary>
public enum SweepOver : byte
{
    /// <summary>Every road link is closed in turn.</summary>
    Links = 0,

    /// <summary>Every ferry is taken out in turn.</summary>
    Ferries,

    /// <summary>Every two neighbouring offices become one that keeps the sites of one of them.</summary>
    PairsOfOffices,

    /// <summary>Every open site is closed in turn.</summary>
    Sites,

    /// <summary>The case is drawn anew as its uncertainty says.</summary>
    Draws,
}

/// <summary>How sweeps are called by users and in files.</summary>
public static class SweepNames
{
    private static readonly (string Name, SweepOver Over)[] Names =
    [
        ("links", SweepOver.Links), ("ferries", SweepOver.Ferries), ("pairs-of-offices", SweepOver.PairsOfOffices), ("sites", SweepOver.Sites),
        ("draws", SweepOver.Draws),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    extension(SweepOver over)
    {
        /// <summary>"pairs-of-offices".</summary>
        public string Name => Array.Find(Names, n => n.Over == over).Name;
    }

    /// <summary>What a name means.</summary>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static SweepOver Of(string name) => Array.Exists(Names, n => n.Name == name)
        ? Array.Find(Names, n => n.Name == name).Over : throw new ArgumentException("no sweep of that name", nameof(name));
}

/// <summary>What some sweeps want to know beyond the case.</summary>
/// <param name="Draws">How many times the case is drawn anew, at least 1.</param>
/// <param name="Seed">The same gives the same.</param>
public readonly record struct SweepSettings(int Draws = 1000, ulong Seed = 1);

/// <summary>One column of a sweep.</summary>
/// <param name="Name">As files write it: English, small letters, its unit at the end.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Decimals">How many a number is written with; it is rounded to them before it is in a row.</param>
public sealed record SweepColumn(string Name, SweepValues Kind, int Decimals = 0);

/// <summary>What values a column of a sweep has; each may be missing.</summary>
public enum SweepValues : byte
{
    /// <summary>A text.</summary>
    Text = 0,

    /// <summary>A whole number, <see cref="long"/>.</summary>
    Whole,

    /// <summary>A number with fixed decimals, <see cref="double"/>.</summary>
    Decimal,
}
