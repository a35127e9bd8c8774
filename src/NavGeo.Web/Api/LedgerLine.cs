using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;

namespace NavGeo.Web.Api;

/// <summary>One line of the ledger: the structure that is shown, with all edits, against today or against what was before the last step.</summary>
/// <param name="Kommunenummer">Null for the whole case.</param>
/// <param name="Name">Of the municipality; null for the whole case.</param>
/// <param name="People">Everybody there.</param>
/// <param name="Lose">People with a longer way.</param>
/// <param name="Gain">People with a shorter way.</param>
/// <param name="LoseAccess">People who reach no site any more.</param>
/// <param name="GainAccess">People who now reach one.</param>
/// <param name="MeanBefore">Minutes, of those with access before and after.</param>
/// <param name="MeanAfter">Minutes, of the same people.</param>
/// <param name="IsOfAccess">Whether somebody loses or gains access, so that the means leave people out.</param>
/// <param name="WorstMilliseconds">The largest increase of any person's time.</param>
/// <param name="PersonMilliseconds">Sum of all changes.</param>
internal sealed record LedgerLine(
    string? Kommunenummer,
    string? Name,
    long People,
    long Lose,
    long Gain,
    long LoseAccess,
    long GainAccess,
    double? MeanBefore,
    double? MeanAfter,
    bool IsOfAccess,
    long WorstMilliseconds,
    long PersonMilliseconds)
{
    /// <summary>The whole case first, then the municipalities, those first where most people lose.</summary>
    /// <param name="shown">A structure that is held against something.</param>
    /// <param name="most">Municipalities to list.</param>
    public static IReadOnlyList<LedgerLine> Of(ComparedStructure shown, int most)
    {
        StructureChange change = shown.Change;
        IReadOnlyList<Municipality> municipalities = shown.Case.Municipalities;
        IEnumerable<LedgerLine> lines = shown.Ledger.ByLoss.Take(most).Select(row => Line(
            municipalities[row.Municipality], row.Change, change.Shared.From.ByMunicipality[row.Municipality], change.Shared.To.ByMunicipality[row.Municipality]));
        return [Whole(change), .. lines];
    }

    /// <summary>The whole case.</summary>
    public static LedgerLine Whole(StructureChange change) => Line(null, change.Total, change.Shared.From.Total, change.Shared.To.Total);

    private static LedgerLine Line(Municipality? municipality, AccessChange change, AccessIndicators before, AccessIndicators after) => new(
        municipality?.Number,
        municipality?.Name,
        change.People,
        change.Lose,
        change.Gain,
        change.LoseAccess,
        change.GainAccess,
        before.MeanMinutes,
        after.MeanMinutes,
        change.IsOfAccess,
        change.WorstMilliseconds,
        change.PersonMilliseconds);
}
