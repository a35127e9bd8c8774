using NavGeo.Planning.Language;

namespace NavGeo.Planning.Survey;

/// <summary>A survey of offices by county, with the cooperations it names and the sums it printed. Immutable.</summary>
public sealed record OfficeSurvey
{
    /// <summary>The counties that answered, in the order of the table.</summary>
    public required IReadOnlyList<CountyAnswer> Counties { get; init; }

    /// <summary>The counties without an answer; they are in no sum.</summary>
    public required IReadOnlyList<string> NotAnswered { get; init; }

    /// <summary>The sums as printed, in the order of <see cref="CountyAnswer.Figures"/>; null where none were.</summary>
    public required IReadOnlyList<int>? PrintedSums { get; init; }

    /// <summary>The cooperations.</summary>
    public required IReadOnlyList<Cooperation> Cooperations { get; init; }

    /// <summary>The files it was read from.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>The sums over the counties that answered.</summary>
    public IReadOnlyList<int> Sums => [.. Enumerable.Range(0, 7).Select(i => Counties.Sum(c => c.Figures[i]))];

    /// <summary>
    /// What does not agree in the survey itself: leaders against offices, guarantee offices against offices, and the
    /// offices counted against those that the cooperations leave.
    /// </summary>
    public IReadOnlyList<Phrase> Contradictions()
    {
        var found = new List<Phrase>();
        foreach (CountyAnswer county in Counties)
        {
            if (county.Leaders != county.Offices)
                found.Add(new Phrase("survey.leaders-differ", county.County, county.Leaders, county.Offices));
            if (county.GuaranteeOffices > county.Offices)
                found.Add(new Phrase("survey.guarantee-differ", county.County, county.GuaranteeOffices, county.Offices));
            int saved = Cooperations.Where(c => c.County == county.County && c.IsOneOffice).Sum(c => c.Members.Count - 1);
            int expected = county.Municipalities - saved;
            if (saved > 0 && expected != county.Offices)
                found.Add(new Phrase("survey.offices-differ", county.County, county.Municipalities, expected, county.Offices));
        }
        int leaders = Counties.Sum(c => c.Leaders);
        int offices = Counties.Sum(c => c.Offices);
        if (leaders != offices) found.Add(new Phrase("survey.all-leaders-differ", leaders, offices));
        foreach (IGrouping<string, Cooperation> twice in Cooperations
            .SelectMany(c => c.Members.Select(m => (Member: m, Cooperation: c)))
            .GroupBy(m => m.Member, m => m.Cooperation, StringComparer.Ordinal)
            .Where(g => g.Count() > 1))
        {
            found.Add(new Phrase("survey.named-twice", twice.Key, twice.Count()));
        }
        return found;
    }
}
