using NavGeo.Planning.Cases;
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

/// <summary>Municipalities that share an office, or talk of it.</summary>
/// <param name="County">The county.</param>
/// <param name="Members">Names of the municipalities, as the survey writes them.</param>
/// <param name="Host">The host among them; null where none is named.</param>
/// <param name="Form">How they share.</param>
public sealed record Cooperation(string County, IReadOnlyList<string> Members, string? Host, CooperationForm Form)
{
    /// <summary>Whether the members have one office between them.</summary>
    public bool IsOneOffice => Form is CooperationForm.Host or CooperationForm.JointOffice or CooperationForm.Branch;
}

/// <summary>How municipalities share an office.</summary>
public enum CooperationForm
{
    /// <summary>One municipality runs the office for the others.</summary>
    Host = 0,

    /// <summary>Several offices under one leader.</summary>
    JointLeader,

    /// <summary>One office for several municipalities.</summary>
    JointOffice,

    /// <summary>The municipalities themselves merged.</summary>
    Merged,

    /// <summary>A branch of another municipality's office.</summary>
    Branch,

    /// <summary>Under discussion.</summary>
    Discussed,
}

/// <summary>What one county answered to the survey of offices and their leadership.</summary>
/// <param name="County">The county.</param>
/// <param name="Municipalities">How many (in Oslo: districts).</param>
/// <param name="Offices">How many offices.</param>
/// <param name="StateLeaders">Offices with a leader the state employs.</param>
/// <param name="MunicipalLeaders">Offices with a leader the municipality employs.</param>
/// <param name="JointLeaders">Offices with a joint leader.</param>
/// <param name="SplitLeaders">Offices with a leader for each part.</param>
/// <param name="GuaranteeOffices">Offices with three or fewer state positions.</param>
public sealed record CountyAnswer(
    string County,
    int Municipalities,
    int Offices,
    int StateLeaders,
    int MunicipalLeaders,
    int JointLeaders,
    int SplitLeaders,
    int GuaranteeOffices)
{
    /// <summary>Offices by form of leadership, which should be all offices.</summary>
    public int Leaders => StateLeaders + MunicipalLeaders + JointLeaders + SplitLeaders;

    /// <summary>The figures in the order of the printed table.</summary>
    public IReadOnlyList<int> Figures =>
        [Municipalities, Offices, StateLeaders, MunicipalLeaders, JointLeaders, SplitLeaders, GuaranteeOffices];
}

/// <summary>A figure of the national frame.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Year">The year, or year and month, it holds for.</param>
/// <param name="Cases">Cooperations, mergers, processes or offices.</param>
/// <param name="Municipalities">How many municipalities they cover; null where that is not the point.</param>
/// <param name="Source">Where it stands.</param>
public sealed record FrameFigure(string Id, Names Name, string Year, int Cases, int? Municipalities, Names Source)
{
    /// <summary>Municipalities a case; null where they are not known.</summary>
    public decimal? MunicipalitiesPerCase => Cases == 0 ? null : (decimal?)Municipalities / Cases;
}
