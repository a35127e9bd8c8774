using NavGeo.Planning.Cases;

namespace NavGeo.Data.Places;

/// <summary>
/// Finds the settlement from which a municipality is administered: that of <c>data/centres/centres.csv</c>, else the one that
/// bears its name, else the largest, unless more than twice as many live somewhere that has no name. The table has those that neither of the two rules finds; of several lines of one name the
/// first whose settlement lies in the municipality is meant.
/// </summary>
internal static class MunicipalCentres
{
    private const string Resource = "NavGeo.Data.centres.centres.csv";

    /// <summary>A municipality's name must be this long for a longer name that begins with it to be its centre's.</summary>
    private const int LeastLetters = 4;

    private static readonly (string Municipality, string Settlement)[] Lines = Read();
    private static readonly ILookup<string, string> Known = Lines.ToLookup(l => l.Municipality, l => l.Settlement, StringComparer.Ordinal);
    private static readonly ILookup<string, string> KnownBySettlement = Lines.ToLookup(l => l.Settlement, l => l.Municipality, StringComparer.Ordinal);

    /// <summary>How a settlement may bear the name of its municipality, the surest first: Gol; Tana bru, Mo i Rana; Lærdalsøyri.</summary>
    private static readonly Func<string, string, bool>[] Matches =
    [
        (settlement, municipality) => settlement == municipality,
        (settlement, municipality) => settlement.StartsWith(municipality + " ", StringComparison.Ordinal) || settlement.EndsWith(" i " + municipality, StringComparison.Ordinal),
        (settlement, municipality) => municipality.Length >= LeastLetters && settlement.StartsWith(municipality, StringComparison.Ordinal),
    ];

    /// <summary>One a municipality; null where no settlement is known in it.</summary>
    /// <param name="demand">Who lives where, by index of municipality.</param>
    /// <param name="municipalities">Names.</param>
    /// <param name="settlements">In the municipalities.</param>
    public static IReadOnlyList<Settlement?> Of(Demand demand, IReadOnlyList<string> municipalities, IReadOnlyList<Settlement> settlements)
    {
        ILookup<int, Settlement> there = settlements.Where(s => !s.IsValley).ToLookup(s => s.Municipality);
        var people = new DensestSettlement(demand);
        int[] densest = DensestSettlement.Of(demand, municipalities.Count);
        return [.. municipalities.Select((name, m) => Of(NorwegianNames.Short(name), [.. there[m]], people, densest[m]))];
    }

    /// <summary>The short names of municipalities whose centre may be called so.</summary>
    public static IEnumerable<string> MunicipalitiesOf(string settlement)
    {
        IEnumerable<string> parts = Enumerable.Range(1, settlement.Length).Select(letters => settlement[..letters]).Append(settlement.Split(" i ")[^1]);
        return KnownBySettlement[settlement].Concat(parts.Where(part => Array.Exists(Matches, m => m(settlement, part))));
    }

    private static Settlement? Of(string municipality, Settlement[] settlements, DensestSettlement people, int densest)
    {
        return Known[municipality].Select(known => Largest(s => s.Name == known)).FirstOrDefault(s => s is not null)
            ?? Matches.Select(match => Largest(s => match(s.Name, municipality))).FirstOrDefault(s => s is not null)
            ?? (Largest(_ => true) is { } largest && Living(largest) * 2 >= people.PeopleAround(densest) ? largest : null);

        long Living(Settlement settlement) => people.Near(settlement.Point, 1) is >= 0 and var place ? people.PeopleAround(place) : 0;

        Settlement? Largest(Func<Settlement, bool> isMeant)
        {
            (Settlement? largest, long most) = (null, -1);
            foreach (Settlement settlement in settlements.Where(isMeant))
            {
                if (Living(settlement) > most) (largest, most) = (settlement, Living(settlement));
            }
            return largest;
        }
    }

    private static (string Municipality, string Settlement)[] Read()
    {
        using Stream stream = typeof(MunicipalCentres).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split(',')).Select(c => (c[0], c[1]))];
    }
}
