using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>partners.csv</c>, where the case has it.</summary>
internal static class PartnerTable
{
    public const string Name = "partners.csv";

    private static readonly Dictionary<string, PartnerKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["town_hall"] = PartnerKind.TownHall,
        ["doctor"] = PartnerKind.Doctor,
        ["school"] = PartnerKind.School,
        ["employer"] = PartnerKind.Employer,
        ["other"] = PartnerKind.Other,
    };

    /// <summary>The words of <c>kind</c>.</summary>
    public static IReadOnlyCollection<string> KindWords => Kinds.Keys;

    private static readonly TableColumns Columns = new(["partner", "name", "kind", "kommunenummer", "lon", "lat"]);

    /// <summary>In the order of the file; empty where there is none.</summary>
    public static List<Partner> Read(
        CaseFolder input, IReadOnlyDictionary<string, Located<Municipality>>? municipalities, IReadOnlyList<Located<ServiceSite>>? sites)
    {
        var partners = new List<Partner>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return partners;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string id = row.Id("partner");
            string number = row.Text("kommunenummer");
            if (number.Length > 0) number = row.Municipality("kommunenummer", number, municipalities);
            PartnerKind? kind = KindOf(row["kind"]);
            if (kind is null) row.Error(new Phrase("decisions.partner-kind", row["kind"]), new Phrase("decisions.partner-kind.remedy"));
            if (sites?.Any(s => s.Value.Id == id) == true)
                row.Error(new Phrase("decisions.partner-is-site", id), new Phrase("decisions.partner-is-site.remedy"));
            var partner = new Partner(id, row.Text("name"), kind ?? default, number, row.Position("lon", "lat", input.Settings.Area));
            if (id.Length > 0 && row.IsFirst(lines, "partner", id)) partners.Add(partner);
        }
        return partners;
    }

    private static PartnerKind? KindOf(string text) => FieldWords.Find(Kinds.Keys, text) is { } word ? Kinds[word] : null;
}
