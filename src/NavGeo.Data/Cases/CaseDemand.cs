using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>The people of a case, from the one of the two places they can stand in.</summary>
internal static class CaseDemand
{
    /// <summary>Null, with a finding, where they cannot be read.</summary>
    /// <param name="input">The case.</param>
    /// <param name="municipalities">Sorted by number.</param>
    /// <param name="parts">The parts of divided municipalities.</param>
    /// <param name="locator">The boundaries, which a population grid needs; null where the case names none.</param>
    public static Demand? Read(
        CaseFolder input, IReadOnlyList<Municipality> municipalities, IReadOnlyList<Municipality> parts, MunicipalityLocator? locator)
    {
        CaseFile? outside = input.Settings.Files.GetValueOrDefault("demand");
        bool hasTable = input.Has(DemandTable.Name);
        if (hasTable && outside is not null)
        {
            input.Findings.Error(input.PathOf("case.json"), outside.Place,
                new Phrase("case.two-demands", outside.Path), new Phrase("case.two-demands.remedy"));
            return null;
        }
        if (hasTable) return CaseTotals.Spread(input, DemandTable.Read(input, municipalities, parts), municipalities);
        if (outside is not null) return Divided(CaseTotals.Spread(input, ReadGrid(input, outside, municipalities, locator), municipalities));
        input.Note(MunicipalityTable.Name, new Phrase("case.people-at-centres"), new Phrase("case.people-at-centres.remedy"));
        return Divided(CaseTotals.Spread(input, DemandTable.AtCentres(input, municipalities), municipalities));

        Demand? Divided(Demand? demand) =>
            demand is null ? null : DividedDemand.Of(input, demand, municipalities, parts, new Dictionary<int, string>());
    }

    /// <summary>
    /// The squares or points that lie in the case's municipalities, gathered into larger ones within each municipality where the
    /// case asks for it. People of other municipalities are left out and counted.
    /// </summary>
    private static Demand? ReadGrid(
        CaseFolder input, CaseFile file, IReadOnlyList<Municipality> municipalities, MunicipalityLocator? locator)
    {
        if (locator is null)
        {
            if (!input.Settings.Files.ContainsKey("boundaries"))
            {
                input.Findings.Error(input.PathOf("case.json"), file.Place,
                    new Phrase("case.no-boundaries"), new Phrase("case.no-boundaries.remedy"));
            }
            return null;
        }
        return GridDemand.Read(input, file, municipalities, locator);
    }
}
