using System.CommandLine;
using System.Globalization;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Cli.Options;

/// <summary>What a sweep is asked over, and which share of it.</summary>
internal sealed class SweepOptions
{
    private const int MostDraws = 10_000_000;
    private const int MostThreads = 1024;
    private const int MostShards = 1_000_000;

    private readonly Option<string> over = new("--over") { Description = "What to go through: links, ferries, pairs-of-offices, sites or draws.", Required = true };
    private readonly Option<int> draws = new("--draws") { Description = "How many times the case is drawn anew.", DefaultValueFactory = _ => 1000 };
    private readonly Option<long> seed = new("--seed") { Description = "The same seed gives the same numbers.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> shard = new("--shard") { Description = "Only a share of the rows, e.g. 3/8: the third of eight. All shares together are the bytes of one run." };
    private readonly Option<int?> threads = new("--threads") { Description = "How many threads work; all processors otherwise. The file is the same." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        over.AcceptOnlyFromAmong([.. SweepNames.All]);
        foreach (Option option in (Option[])[over, draws, seed, shard, threads]) verb.Options.Add(option);
    }

    /// <summary>What is asked.</summary>
    public SweepOver Over(ParseResult parsed) => SweepNames.Of(parsed.GetRequiredValue(over));

    /// <summary>How many draws, from which seed.</summary>
    /// <exception cref="InputException">The number cannot be used.</exception>
    public SweepSettings Settings(ParseResult parsed) =>
        new(Checked(draws.Name, parsed.GetValue(draws), MostDraws), unchecked((ulong)parsed.GetValue(seed)));

    /// <summary>How many threads may work at once.</summary>
    /// <exception cref="InputException">The number cannot be used.</exception>
    public int Threads(ParseResult parsed) => Checked(threads.Name, parsed.GetValue(threads) ?? Environment.ProcessorCount, MostThreads);

    /// <summary>Which rows of so many.</summary>
    /// <exception cref="InputException">The text says no share.</exception>
    public SweepShare Share(ParseResult parsed, int count)
    {
        if (parsed.GetValue(shard) is not { } text) return new SweepShare(0, count);
        int[] numbers = [.. text.Split('/').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        return numbers is [>= 1 and var part, <= MostShards and var parts] && part <= parts
            ? SweepShare.Of(count, part, parts)
            : throw new InputException(shard.Name, null, new Phrase("sweep.bad-shard", text), new Phrase("sweep.bad-shard.remedy"));
    }

    private static int Checked(string option, int number, int most) => number >= 1 && number <= most
        ? number : throw new InputException(option, null, new Phrase("sweep.bad-number", number), new Phrase("sweep.bad-number.remedy", 1, most));
}
