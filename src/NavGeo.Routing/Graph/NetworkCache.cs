using System.Runtime.CompilerServices;

namespace NavGeo.Routing.Graph;

/// <summary>
/// The one place where what follows from a network is remembered: its order, its index of roads, what is known of places
/// on it, the times measured under a what-if. Everything kept belongs to an owner it was made from (a graph, a metric, a
/// scenario, a set of places) and goes with it; an owner keeps its <see cref="Size"/> things used last. No answer depends on
/// what is kept. Any number of threads; who asks for what another is making waits for it.
/// </summary>
public static class NetworkCache
{
    /// <summary>
    /// How many things an owner keeps. The largest are the selections of a country's places, 4 MB each, one for every set
    /// of open times: a meeting goes to and fro between a few.
    /// </summary>
    public const int Size = 8;

    private static readonly ConditionalWeakTable<object, Shelf> Shelves = [];

    /// <summary>What follows from an owner, made where it is not known.</summary>
    /// <param name="owner">What it is made from: the same object, not an equal one.</param>
    /// <param name="make">Makes it; if it throws, nothing is kept.</param>
    public static T Get<TOwner, T>(TOwner owner, Func<TOwner, T> make)
        where TOwner : class
        where T : class
    {
        Entry entry = ShelfOf(owner).Of(typeof(T), null);
        return (T?)Volatile.Read(ref entry.Value) ?? entry.Make(owner, make);
    }

    /// <summary>What follows from an owner and something else, which is held on to; made where it is not known.</summary>
    /// <param name="owner">What it is made from: the same object, not an equal one.</param>
    /// <param name="about">What else it depends on, by equality.</param>
    /// <param name="make">Makes it; if it throws, nothing is kept.</param>
    public static T Get<T>(object owner, object about, Func<T> make)
        where T : class
    {
        Entry entry = ShelfOf(owner).Of(typeof(T), about);
        return (T?)Volatile.Read(ref entry.Value) ?? entry.Make(make, static m => m());
    }

    /// <summary>What is known of a kind, each with what it is about, the one used last at the end.</summary>
    public static IReadOnlyList<(TAbout About, T Value)> Known<TAbout, T>(object owner)
        where T : class => ShelfOf(owner).Known<TAbout, T>();

    /// <summary>What was put last; null where nothing is known.</summary>
    public static T? Find<T>(object owner)
        where T : class => (T?)Volatile.Read(ref ShelfOf(owner).Of(typeof(T), null).Value);

    /// <summary>Puts something in the place of what is known.</summary>
    public static void Put<T>(object owner, T value)
        where T : class => Volatile.Write(ref ShelfOf(owner).Of(typeof(T), null).Value, value);

    /// <summary>Forgets everything; what is asked for next is made again.</summary>
    public static void Empty() => Shelves.Clear();

    private static Shelf ShelfOf(object owner) => Shelves.GetValue(owner, static _ => new Shelf());

    private sealed class Shelf
    {
        /// <summary>The one used last at the end.</summary>
        private readonly List<Entry> entries = [];

        public Entry Of(Type type, object? about)
        {
            lock (entries)
            {
                for (int at = entries.Count - 1; at >= 0; at--)
                {
                    Entry known = entries[at];
                    if (known.Type != type || !Equals(known.About, about)) continue;
                    if (at == entries.Count - 1) return known;
                    entries.RemoveAt(at);
                    entries.Add(known);
                    return known;
                }
                if (entries.Count == Size) entries.RemoveAt(0);
                entries.Add(new Entry(type, about));
                return entries[^1];
            }
        }

        public IReadOnlyList<(TAbout About, T Value)> Known<TAbout, T>()
        {
            lock (entries)
            {
                return
                [
                    .. entries.Where(e => e.Type == typeof(T) && e.About is TAbout && Volatile.Read(ref e.Value) is not null)
                        .Select(e => ((TAbout)e.About!, (T)e.Value!)),
                ];
            }
        }
    }

    private sealed class Entry(Type type, object? about)
    {
        private readonly Lock making = new();

        public object? Value;

        public Type Type { get; } = type;

        public object? About { get; } = about;

        public T Make<TFrom, T>(TFrom from, Func<TFrom, T> make)
            where T : class
        {
            lock (making)
            {
                if (Value is T known) return known;
                T made = make(from);
                Volatile.Write(ref Value, made);
                return made;
            }
        }
    }
}
