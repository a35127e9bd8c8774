using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace NavGeo.Routing.Graph;

/// <summary>
/// What is made of something that does not change, once for however many ask in the same second, and forgotten with it; all of it is
/// kept, so it must be little beside its owner (what is large and can be made again is in <see cref="NetworkCache"/>). What could not be
/// made is made again for who asks next. Any number of threads; who asks for what another is making waits for it.
/// </summary>
/// <typeparam name="TOwner">What it is made of: the same object, not an equal one.</typeparam>
/// <typeparam name="TAbout">What else it depends on, by equality.</typeparam>
/// <typeparam name="T">What is made.</typeparam>
public sealed class MadeOnce<TOwner, TAbout, T>
    where TOwner : class
    where TAbout : notnull
{
    private readonly ConditionalWeakTable<TOwner, ConcurrentDictionary<TAbout, Lazy<T>>> known = [];

    /// <summary>What is known, made where nothing is.</summary>
    public T Of(TOwner owner, TAbout about, Func<T> make)
    {
        ConcurrentDictionary<TAbout, Lazy<T>> made = known.GetValue(owner, static _ => []);
        Lazy<T> one = made.GetOrAdd(about, static (_, m) => new Lazy<T>(m), make);
        try
        {
            return one.Value;
        }
        catch
        {
            made.TryRemove(KeyValuePair.Create(about, one));
            throw;
        }
    }
}
