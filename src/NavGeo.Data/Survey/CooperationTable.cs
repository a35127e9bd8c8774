using NavGeo.Data.Cases;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Data.Survey;

/// <summary>Reads <c>cooperations.csv</c>: municipalities that share an office, with host and form.</summary>
internal static class CooperationTable
{
    public const string Name = "cooperations.csv";

    private static readonly TableColumns Columns = new(["county", "members", "host", "form"]);

    private static readonly (string Word, CooperationForm Form)[] Forms =
    [
        ("host", CooperationForm.Host), ("joint_leader", CooperationForm.JointLeader), ("joint_office", CooperationForm.JointOffice),
        ("merged", CooperationForm.Merged), ("branch", CooperationForm.Branch), ("discussed", CooperationForm.Discussed),
    ];

    /// <summary>In the order of the file; null where it cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="counties">The counties of the survey; a cooperation in another is warned of.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static List<Cooperation>? Read(InputFile file, IReadOnlyCollection<string> counties, Findings findings)
    {
        if (DelimitedTable.Read(file, Columns, findings) is not { } table) return null;
        var cooperations = new List<Cooperation>();
        foreach (DelimitedRow row in table.Rows)
        {
            string county = row.Text("county");
            if (county.Length > 0 && !counties.Contains(county, StringComparer.Ordinal))
                row.Warning(new Phrase("survey.unknown-county", county), new Phrase("survey.unknown-county.remedy"));
            row.Text("members");
            IReadOnlyList<string> members = row.List("members");
            if (members.Count == 1) row.Error(new Phrase("survey.one-member", members[0]), new Phrase("survey.one-member.remedy"));
            string? host = row.OptionalText("host");
            CooperationForm form = row.OneOf("form", Forms);
            if (host is not null && !members.Contains(host, StringComparer.Ordinal))
                row.Warning(new Phrase("survey.foreign-host", host), new Phrase("survey.foreign-host.remedy"));
            if (form == CooperationForm.Host && host is null && !row.IsFaulty)
                row.Warning(new Phrase("survey.no-host"), new Phrase("survey.no-host.remedy"));
            if (!row.IsFaulty) cooperations.Add(new Cooperation(county, members, host, form));
        }
        return cooperations;
    }
}
