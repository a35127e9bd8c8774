using System.Runtime.CompilerServices;
using NavGeo.Maps;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>
/// What an answer says of a situation, in a language: written once and kept as long as the situation, so that taking an
/// edit back costs nothing but the log. Immutable.
/// </summary>
internal sealed record SituationLines
{
    private static readonly MadeOnce<Situation, UserLanguage, SituationLines> Known = new();
    private static readonly MadeOnce<StructureAccess, UserLanguage, StructureLine> KnownToday = new();
    private static readonly ConditionalWeakTable<StructureAccess, IReadOnlyList<AnswerResponse.SiteLine>> TodaysSites = [];

    /// <summary>The structure that is shown.</summary>
    public required StructureLine Now { get; init; }

    /// <summary>The baseline before any edit.</summary>
    public required StructureLine Today { get; init; }

    /// <summary>The structure that is shown against today.</summary>
    public required ChangeLines Altogether { get; init; }

    /// <summary>Ids of structures the edits have changed.</summary>
    public required IReadOnlyList<string> EditedStructures { get; init; }

    /// <summary>The sites that are not as they are today: the page knows the others.</summary>
    public required IReadOnlyList<AnswerResponse.SiteLine> Sites { get; init; }

    /// <summary>The offices of the structure that is shown where the edits have changed them; null where they are those of the case.</summary>
    public required IReadOnlyList<AnswerResponse.OfficeLine>? Offices { get; init; }

    /// <summary>The lines of a situation.</summary>
    public static SituationLines Of(Situation situation, UserLanguage language) =>
        Known.Of(situation, language, () => Write(situation, language));

    /// <summary>The sites of the case where they stand now, and what a structure does with them.</summary>
    public static IReadOnlyList<AnswerResponse.SiteLine> SitesOf(Situation situation, ComparedStructure shown) =>
        SitesOf(situation.Case, situation.Original, shown.Access);

    /// <summary>The sites of the case as they are today.</summary>
    public static IReadOnlyList<AnswerResponse.SiteLine> SitesToday(PlanningCase original, StructureAccess today) =>
        TodaysSites.GetValue(today, t => SitesOf(original, original, t));

    /// <summary>The offices of a structure.</summary>
    public static IReadOnlyList<AnswerResponse.OfficeLine> OfficesOf(IReadOnlyList<OfficeSize> offices) =>
        [.. offices.Select(o => new AnswerResponse.OfficeLine(o.Office.Name, o.Office.Host, o.Office.Municipalities, o.Inhabitants, o.FullTimeEquivalents))];

    private static SituationLines Write(Situation situation, UserLanguage language)
    {
        IReadOnlyList<AnswerResponse.SiteLine> sites = SitesOf(situation, situation.Chosen);
        return new SituationLines
        {
            Now = StructureLine.Of(situation.Case, situation.Chosen.Access, language),
            Today = KnownToday.Of(situation.Today, language, () => StructureLine.Of(situation.Original, situation.Today, language)),
            Altogether = ChangeLines.Of(situation.Shown, language),
            EditedStructures = [.. situation.Case.Structures.Where(situation.IsEdited).Select(s => s.Id)],
            Sites = [.. sites.Except(SitesToday(situation.Original, situation.Today))],
            Offices = situation.IsEdited(situation.Chosen.Structure) ? OfficesOf(situation.Chosen.Offices) : null,
        };
    }

    private static AnswerResponse.SiteLine[] SitesOf(PlanningCase planningCase, PlanningCase original, StructureAccess access)
    {
        IReadOnlyDictionary<string, SiteOpening> openings = SiteOpening.OfEach(access.Structure);
        return [.. planningCase.Sites.Select(Line)];

        AnswerResponse.SiteLine Line(ServiceSite site, int index)
        {
            SiteOpening opening = openings.GetValueOrDefault(site.Id);
            return new AnswerResponse.SiteLine(
                site.Id, site.Name, site.OtherNames, site.Municipality, site.Position.Longitude, site.Position.Latitude, opening.OpenDays, opening.Office,
                access.BySite[index].Served, index < original.Sites.Count && site.Position != original.Sites[index].Position);
        }
    }
}
