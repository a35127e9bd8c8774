using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Routing;

public sealed class MadeOnceTests
{
    [Fact]
    public void Many_who_ask_at_once_get_the_same_and_it_is_made_once_for_each_thing_asked_about()
    {
        var known = new MadeOnce<object, int, object>();
        object owner = new();
        int made = 0;
        var answers = new object[64];
        Parallel.For(0, answers.Length, i => answers[i] = known.Of(owner, i % 2, () =>
        {
            Interlocked.Increment(ref made);
            return new object();
        }));
        Assert.Equal(2, made);
        Assert.Equal(2, answers.Distinct().Count());
        Assert.NotSame(answers[0], known.Of(new object(), 0, () => new object()));
    }

    [Fact]
    public void What_could_not_be_made_is_made_again_for_who_asks_next()
    {
        var known = new MadeOnce<object, int, string>();
        object owner = new();
        Assert.Throws<InvalidOperationException>(() => known.Of(owner, 1, () => throw new InvalidOperationException()));
        Assert.Equal("made", known.Of(owner, 1, () => "made"));
        Assert.Equal("made", known.Of(owner, 1, () => "again"));
    }
}
