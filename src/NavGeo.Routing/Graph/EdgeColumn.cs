using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NavGeo.Routing.Graph;

/// <summary>What becomes of an attribute when links are joined to one edge, cut in two or turned.</summary>
public enum EdgeJoin
{
    /// <summary>It lies in the course: nodes, lengths and times, which are added up, and shared by length at a cut.</summary>
    ByCourse = 0,

    /// <summary>Links that differ in it stay apart; both parts of a cut have it.</summary>
    Same,

    /// <summary>The longer link's value stands; both parts of a cut have it.</summary>
    OfLonger,

    /// <summary>The greatest value stands; both parts of a cut have it.</summary>
    Greatest,
}

/// <summary>A column of the edge table: one attribute of the edges of a network; <see cref="EdgeTable"/> has all of them.</summary>
public abstract class EdgeColumn
{
    private protected EdgeColumn(string section, EdgeJoin join, int size) => (Section, Join, Size) = (section, join, size);

    /// <summary>Four letters: its section in a .navnet file.</summary>
    public string Section { get; }

    /// <summary>What links that become one make of it.</summary>
    public EdgeJoin Join { get; }

    /// <summary>Bytes of one value.</summary>
    public int Size { get; }

    /// <summary>Its number among the columns.</summary>
    internal int Number { get; private set; }

    /// <summary>Where it lies in <see cref="EdgeValues"/>.</summary>
    internal int Offset { get; private set; }

    /// <summary>Takes its place after the attributes before it.</summary>
    internal void Stand(IReadOnlyList<EdgeColumn> before)
    {
        Number = before.Count;
        Offset = before.Where(a => a.Join != EdgeJoin.ByCourse).Sum(a => a.Size);
        if (Join != EdgeJoin.ByCourse && Offset + Size > EdgeValues.Bytes) throw new InvalidOperationException("EdgeValues.Bytes is too small");
    }

    internal abstract Array NewColumn(int edges);

    internal abstract Span<byte> BytesOf(Array column);

    /// <summary>Whether every value of a column can be true.</summary>
    internal abstract bool Holds(Array column);

    internal abstract void SetDefault(ref EdgeValues values);

    internal abstract void Pour(in EdgeValues values, Array column, int edge);

    internal abstract void Take(ref EdgeValues values, Array column, int edge);

    internal abstract bool TryJoin(ref EdgeValues one, in EdgeValues other, bool isLonger);

    internal abstract void Turn(ref EdgeValues values);
}

/// <summary>An attribute of the edges by the type of its values.</summary>
/// <param name="section">Four letters.</param>
/// <param name="fallback">The value where the source says nothing.</param>
/// <param name="join">What links that become one make of it.</param>
/// <param name="isValid">Which values a file may hold; all where null.</param>
/// <param name="turned">The value when the link is drawn the other way; the same where null.</param>
public sealed class EdgeColumn<T>(string section, T fallback, EdgeJoin join, Func<T, bool>? isValid = null, Func<T, T>? turned = null)
    : EdgeColumn(section, join, Unsafe.SizeOf<T>())
    where T : unmanaged
{
    /// <summary>What two values become in one edge.</summary>
    /// <param name="one">The first link's.</param>
    /// <param name="other">The second link's.</param>
    /// <param name="isLonger">Whether the second link is the longer.</param>
    /// <param name="joined">The edge's.</param>
    /// <returns>False where they keep the links apart.</returns>
    public bool TryJoin(T one, T other, bool isLonger, out T joined)
    {
        joined = Join switch
        {
            EdgeJoin.OfLonger => isLonger ? other : one,
            EdgeJoin.Greatest => Comparer<T>.Default.Compare(one, other) < 0 ? other : one,
            _ => one,
        };
        return Join is EdgeJoin.OfLonger or EdgeJoin.Greatest || EqualityComparer<T>.Default.Equals(one, other);
    }

    internal T Of(in EdgeValues values) => values.Read<T>(Offset);

    internal EdgeValues In(EdgeValues values, T value)
    {
        values.Write(Offset, value);
        return values;
    }

    internal override Array NewColumn(int edges) => new T[edges];

    internal override Span<byte> BytesOf(Array column) => MemoryMarshal.AsBytes(((T[])column).AsSpan());

    internal override bool Holds(Array column) =>
        typeof(T) == typeof(bool) ? !BytesOf(column).ContainsAnyExceptInRange((byte)0, (byte)1)
        : isValid is null || Array.TrueForAll((T[])column, value => isValid(value));

    internal override void SetDefault(ref EdgeValues values)
    {
        if (Join != EdgeJoin.ByCourse) values.Write(Offset, fallback);
    }

    internal override void Pour(in EdgeValues values, Array column, int edge)
    {
        if (Join != EdgeJoin.ByCourse) Unsafe.As<T[]>(column)[edge] = values.Read<T>(Offset);
    }

    internal override void Take(ref EdgeValues values, Array column, int edge)
    {
        if (Join != EdgeJoin.ByCourse) values.Write(Offset, Unsafe.As<T[]>(column)[edge]);
    }

    internal override bool TryJoin(ref EdgeValues one, in EdgeValues other, bool isLonger)
    {
        if (Join == EdgeJoin.ByCourse) return true;
        if (!TryJoin(Of(one), Of(other), isLonger, out T joined)) return false;
        one.Write(Offset, joined);
        return true;
    }

    internal override void Turn(ref EdgeValues values)
    {
        if (turned is not null) values.Write(Offset, turned(Of(values)));
    }
}

/// <summary>What one link has of every attribute that is no part of its course, end to end in bytes.</summary>
[InlineArray(Bytes)]
internal struct EdgeValues : IEquatable<EdgeValues>
{
    /// <summary>Room for all of them; to be raised when the table outgrows it.</summary>
    public const int Bytes = 40;

    [SuppressMessage("Style", "IDE0044", Justification = "the element of an inline array")]
    private byte first;

    public static EdgeValues Default(IReadOnlyList<EdgeColumn> attributes)
    {
        EdgeValues values = default;
        foreach (EdgeColumn attribute in attributes) attribute.SetDefault(ref values);
        return values;
    }

    public readonly T Read<T>(int offset)
        where T : unmanaged => MemoryMarshal.Read<T>(((ReadOnlySpan<byte>)this)[offset..]);

    public void Write<T>(int offset, T value)
        where T : unmanaged => MemoryMarshal.Write(((Span<byte>)this)[offset..], value);

    public readonly bool Equals(EdgeValues other) => ((ReadOnlySpan<byte>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is EdgeValues other && Equals(other);

    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(this);
        return hash.ToHashCode();
    }
}

/// <summary>The columns of all attributes of some edges.</summary>
internal sealed class EdgeColumns
{
    private readonly Array[] columns;

    private EdgeColumns(Array[] columns, int count) => (this.columns, Count) = (columns, count);

    public EdgeColumns(int count)
        : this([.. EdgeTable.All.Select(a => a.NewColumn(count))], count)
    {
    }

    /// <summary>How many edges.</summary>
    public int Count { get; }

    /// <summary>One column. Length: edges.</summary>
    public T[] Of<T>(EdgeColumn<T> attribute)
        where T : unmanaged => Unsafe.As<T[]>(columns[attribute.Number]);

    /// <summary>Columns that were read; null where they are not equally long.</summary>
    /// <param name="columns">In the order of the table.</param>
    public static EdgeColumns? Read(Array[] columns) =>
        Array.TrueForAll(columns, c => c.Length == columns[0].Length) ? new EdgeColumns(columns, columns[0].Length) : null;

    public Array Of(EdgeColumn attribute) => columns[attribute.Number];

    /// <summary>Lays what a link has into the columns.</summary>
    public void Set(int edge, in EdgeValues values)
    {
        foreach (EdgeColumn attribute in EdgeTable.All) attribute.Pour(values, columns[attribute.Number], edge);
    }

    /// <summary>What an edge has of all that is no part of its course.</summary>
    public EdgeValues ValuesOf(int edge)
    {
        EdgeValues values = default;
        foreach (EdgeColumn attribute in EdgeTable.All) attribute.Take(ref values, columns[attribute.Number], edge);
        return values;
    }

    /// <summary>The columns of more edges, some of which are others now.</summary>
    /// <param name="fresh">The others and those that are added.</param>
    /// <param name="places">Their numbers.</param>
    /// <param name="count">How many edges in all.</param>
    public EdgeColumns With(EdgeColumns fresh, int[] places, int count)
    {
        var with = new EdgeColumns(count);
        for (int number = 0; number < columns.Length; number++)
        {
            Array.Copy(columns[number], with.columns[number], Count);
            for (int i = 0; i < places.Length; i++) Array.Copy(fresh.columns[number], i, with.columns[number], places[i], 1);
        }
        return with;
    }
}
