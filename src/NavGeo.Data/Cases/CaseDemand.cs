using NavGeo.Planning;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>The people of a case, from the one of the two places they can stand in.</summary>
internal static class CaseDemand
{
    /// <summary>Null, with a finding, where they cannot be read.</summary>
    public static Demand? Read(CaseInput input, IReadOnlyList<Municipality> municipalities)
    {
        CaseFile? outside = input.Settings.Files.GetValueOrDefault("demand");
        bool hasTable = input.Has(DemandTable.Name);
        if (hasTable && outside is not null)
        {
            input.Findings.Error(input.PathOf("case.json"), outside.Place,
                new Phrase("case.two-demands", outside.Path), new Phrase("case.two-demands.remedy"));
            return null;
        }
        if (hasTable) return DemandTable.Read(input, municipalities);
        input.Note(MunicipalityTable.Name, new Phrase("case.people-at-centres"), new Phrase("case.people-at-centres.remedy"));
        return DemandTable.AtCentres(input, municipalities);
    }
}
