using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NavGeo.Maps;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sentences;
using NavGeo.Planning.Structures;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>
/// What an answer says of a situation, in a language: written once and kept as long as the situation, so that taking an
/// edit back costs nothing but the log. Immutable.
/// </summary>
internal sealed record SituationLines
{
    private static readonly ConditionalWeakTable<Situation, ConcurrentDictionary<UserLanguage, SituationLines>> Known = [];
    private static readonly ConditionalWeakTable<StructureAccess, ConcurrentDictionary<UserLanguage, StructureLine>> KnownToday = [];

    /// <summary>The structure that is shown.</summary>
    public required StructureLine Now { get; init; }

    /// <summary>The baseline before any edit.</summary>
    public required StructureLine Today { get; init; }

    /// <summary>The whole case, then the municipalities, those who lose most first.</summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    /// <summary>What it means.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>Ids of structures the edits have changed.</summary>
    public required IReadOnlyList<string> EditedStructures { get; init; }

    /// <summary>The sites of the case.</summary>
    public required IReadOnlyList<AnswerResponse.SiteLine> Sites { get; init; }

    /// <summary>The offices of the structure that is shown.</summary>
    public required IReadOnlyList<AnswerResponse.OfficeLine> Offices { get; init; }

    /// <summary>Edges closed to through traffic.</summary>
    public required IReadOnlyList<int> ClosedEdges { get; init; }

    /// <summary>The lines of a situation.</summary>
    public static SituationLines Of(Situation situation, UserLanguage language) =>
        Known.GetValue(situation, _ => []).GetOrAdd(language, l => Write(situation, l));

    /// <summary>The sites of the case where they stand now, and what a structure does with them.</summary>
    public static IReadOnlyList<AnswerResponse.SiteLine> SitesOf(Situation situation, ComparedStructure shown)
    {
        IReadOnlyDictionary<string, SiteOpening> openings = SiteOpening.OfEach(shown.Structure);
        return [.. situation.Case.Sites.Select(Line)];

        AnswerResponse.SiteLine Line(ServiceSite site, int index)
        {
            SiteOpening opening = openings.GetValueOrDefault(site.Id);
            return new AnswerResponse.SiteLine(
                site.Id, site.Name, site.Municipality, site.Position.Longitude, site.Position.Latitude, opening.OpenDays, opening.Office,
                shown.Access.BySite[index].Served, site.Position != situation.Original.Sites[index].Position);
        }
    }

    private static SituationLines Write(Situation situation, UserLanguage language) => new()
    {
        Now = StructureLine.Of(situation.Case, situation.Chosen.Access, situation.Chosen.Offices, language),
        Today = KnownToday.GetValue(situation.Today, _ => []).GetOrAdd(language, l => StructureLine.Of(
            situation.Original, situation.Today, OfficeSize.Of(situation.Original, situation.Today.Structure), l)),
        Ledger = LedgerLine.Of(situation),
        Sentences = [.. ChangeSentences.Of(situation.Ledger).Select(s => s.In(language))],
        EditedStructures = [.. situation.Case.Structures.Where(situation.IsEdited).Select(s => s.Id)],
        Sites = SitesOf(situation, situation.Chosen),
        Offices = [.. situation.Chosen.Offices.Select(o => new AnswerResponse.OfficeLine(
            o.Office.Name, o.Office.Host, o.Office.Municipalities, o.Inhabitants, o.FullTimeEquivalents))],
        ClosedEdges = [.. situation.ClosedEdges()],
    };
}
