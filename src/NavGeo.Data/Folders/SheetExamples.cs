namespace NavGeo.Data.Folders;

/// <summary>
/// The example row of each sheet of the template: of a place that does not exist, so that nobody's data is taken for it.
/// A row that still reads like this is passed over. It fills every column that the table must have.
/// </summary>
internal static class SheetExamples
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["municipalities.csv"] = "0099,Eksempelvik,2500,8.5000,60.5000",
        ["sites.csv"] = "eksempelvik,NAV Eksempelvik,0099,8.5000,60.5000,1",
        ["structures.csv"] = "A,Eksempel,,,,NAV Eksempelvik,0099,0099,eksempelvik,5,full,",
        ["places.csv"] = "eksempelvik,Eksempelvik,8.5000,60.5000",
        ["roads.csv"] = "eksempelvik,eksempelneset,Fv 99,12.4,11.5,road,,,open,",
        ["demand.csv"] = "eksempelgrend,Eksempelgrend,0099,8.5100,60.5100,120,,",
        ["parts.csv"] = "0099-aust,0099,Eksempelvik aust,1200,8.5200,60.5000,1",
        ["staff.csv"] = "NAV Eksempelvik,0099,8,7.5,4,3.5",
        ["partners.csv"] = "eksempelskolen,Eksempelskolen,school,0099,8.5000,60.5000",
        ["rounds.csv"] = "Eksempelteam,eksempelvik,eksempelskolen,40,2,A",
        ["costs.csv"] = "NAV Eksempelvik,eksempelvik,Eksempel,420000,,,",
        ["leaders.csv"] = "A,NAV Eksempelvik,Eksempel,1",
        ["cost_keys.csv"] = "NAV Eksempelvik,60,40",
        ["base_allocation.csv"] = "NAV Eksempelvik,2.0",
        ["closures.csv"] = "Eksempelfjellet,rv 99,120,Eksempel,,,",
        ["centrality.csv"] = "0099,5",
        ["futures.csv"] = "eksempel,Eksempel,,,,2099,winter,close rv 99",
        ["projection.csv"] = "0099,2099,2600",
        ["hours.csv"] = "eksempelvik,,mo+on+fr,09:00,15:00",
        ["groups.csv"] = "67+,67 år og eldre,,,,0099,450",
        ["cars.csv"] = "0099,14.5",
        ["homes.csv"] = "eksempelvik,8.5300,60.5200,2,state",
        ["contacts.csv"] = "2099-04,eksempelvik,140",
        ["gathering.csv"] = "B,state,eksempelvik",
        ["risk.csv"] = "99,Eksempel,,,,no,,1",
        ["risk_votes.csv"] = "A,99,Eksempel,3,4",
        ["risk_mapping.csv"] = "99,offices,1,2,3,4,3,,Eksempel,,,",
        ["risk_inputs.csv"] = "A,offices,99,Eksempel",
        ["assumptions.csv"] = "minimum_employees,99,1,Eksempel,,,",
        ["printed.csv"] = "inhabitants,all,99,,,,Eksempel,,,",
        ["trips.csv"] = "distance,Eksempelvik,8.5000,60.5000,Eksempelneset,8.6000,60.6000",
        ["changes.csv"] = "2099,0098,2100,0099,Eksempelnes,Eksempelvik,,,",
        ["commuting.csv"] = "0098,0099,99,2099",
        ["regions.csv"] = "0099,Eksempelregionen,0099,,Eksempelvik",
        ["objections.csv"] = "A,Eksempel,Eksempel,",
    };

    /// <summary>As many fields as the sheet has columns.</summary>
    public static string[] Of(CaseSheet sheet) => Fields[sheet.File].Split(',');
}
