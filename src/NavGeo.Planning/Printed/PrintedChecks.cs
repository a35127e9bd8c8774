using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Money;
using NavGeo.Planning.Risk;
using NavGeo.Planning.Staff;

namespace NavGeo.Planning.Printed;

/// <summary>
/// Computes every figure that a report printed, where the case holds what it takes. The names of the figures are those
/// of <c>printed.csv</c>; one that is not known here is "not computed", never wrong.
/// </summary>
public sealed class PrintedChecks
{
    private const decimal HighProbability = 4;

    private readonly PlanningCase planningCase;
    private readonly Dictionary<(string Figure, string Subject), decimal> computed = [];

    private PrintedChecks(PlanningCase planningCase) => this.planningCase = planningCase;

    /// <summary>One check a printed figure, in the order of the case.</summary>
    public static IReadOnlyList<PrintedCheck> Of(Comparison comparison, IReadOnlyList<TripAnswer> trips, RiskAssessment? risk)
    {
        var checks = new PrintedChecks(comparison.Study.Case);
        checks.AddStaff();
        checks.AddMoney();
        checks.AddPeople();
        checks.AddContacts();
        foreach (TripAnswer trip in trips.Where(t => t.Kilometres is not null))
            checks.computed[("trip_km", $"{trip.Trip.From} – {trip.Trip.To}")] = trip.Kilometres!.Value;
        if (risk is { Counted.Count: > 0 }) checks.AddRisk(risk);
        return [.. checks.planningCase.Figures.Printed.Select(p => new PrintedCheck(p, checks.Find(p)))];
    }

    private decimal? Find(PrintedFigure printed) =>
        computed.TryGetValue((printed.Figure, printed.Subject), out decimal known) ? known : null;

    private void AddStaff()
    {
        IReadOnlyList<OfficeStaffing> units = planningCase.Staffing;
        if (units.Count == 0) return;
        decimal fte = units.Sum(u => u.FullTimeEquivalents);
        computed[("fte", "all")] = fte;
        computed[("fte", "text")] = fte;
        if (units.All(u => u.Employees is not null))
        {
            computed[("employees", "all")] = units.Sum(u => u.Employees!.Value);
            computed[("employees", "text")] = units.Sum(u => u.Employees!.Value);
        }
        if (!units.All(u => u.StateEquivalents is not null && u.MunicipalEquivalents is not null)) return;
        decimal state = units.Sum(u => u.StateEquivalents!.Value);
        decimal municipal = units.Sum(u => u.MunicipalEquivalents!.Value);
        computed[("fte_state", "all")] = state;
        computed[("fte_municipal", "all")] = municipal;
        AddKey("all", state, municipal);
        foreach (OfficeStaffing unit in units) AddKey(unit.Office, unit.StateEquivalents!.Value, unit.MunicipalEquivalents!.Value);
        var members = units.SelectMany(u => u.Municipalities).ToHashSet(StringComparer.Ordinal);
        decimal people = planningCase.Municipalities.Where(m => members.Contains(m.Number)).Sum(m => (decimal)m.Population);
        computed[("inhabitants_staffed", "all")] = people;
        foreach (PrintedFigure printed in planningCase.Figures.Printed.Where(p => p.Figure == "municipal_per_1000"))
        {
            if (people > 0 && decimal.TryParse(
                printed.Subject, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal of))
            {
                computed[("municipal_per_1000", printed.Subject)] = 1000 * of / people;
            }
        }
    }

    private void AddKey(string subject, decimal state, decimal municipal)
    {
        if (state + municipal == 0) return;
        var key = CostKey.FromEquivalents(state, municipal);
        computed[("key_state_pct", subject)] = key.StatePercent;
        computed[("key_municipal_pct", subject)] = key.MunicipalPercent;
    }

    private void AddMoney()
    {
        var study = new MoneyStudy(planningCase);
        foreach (Structure structure in planningCase.Structures)
        {
            StructureMoney money = study.Of(structure);
            if (LeaderPost.CountUnder(planningCase, structure) is { } leaders) computed[("leaders", structure.Id)] = leaders;
            if (money.KnownAllocation is not { } allocation) continue;
            computed[("base_allocation", structure.Id)] = allocation;
            if (money.AllocationChange is { } change) computed[("base_change", structure.Id)] = change;
        }
        foreach (OfficeMoney office in study.Of(planningCase.GetStructure(planningCase.Baseline)).Offices)
        {
            if (office.Property is { } property) computed[("property_total", office.Office.Name)] = property;
            if (office.PropertySplit is not { } split) continue;
            computed[("property_state", office.Office.Name)] = split.State;
            computed[("property_municipal", office.Office.Name)] = split.Municipal;
        }
    }

    private void AddPeople()
    {
        IReadOnlyList<Municipality> municipalities = planningCase.Municipalities;
        computed[("inhabitants", "all")] = municipalities.Sum(m => (decimal)m.Population);
        computed[("municipalities", "all")] = municipalities.Count;
        computed[("municipalities_under_2000", "all")] = municipalities.Count(m => m.Population < 2000);
        foreach (Structure structure in planningCase.Structures) computed[("offices", structure.Id)] = structure.Offices.Count;
        // Offices of one name in several structures are told apart by "among"; where they differ nothing is computed.
        foreach (PrintedFigure printed in planningCase.Figures.Printed.Where(p => p.Figure == "office_inhabitants"))
        {
            long[] sizes =
            [
                .. planningCase.Structures.Where(s => printed.Among.Count == 0 || printed.Among.Contains(s.Id, StringComparer.Ordinal))
                    .SelectMany(s => OfficeSize.Of(planningCase, s)).Where(o => o.Office.Name == printed.Subject)
                    .Select(o => o.Inhabitants).Distinct(),
            ];
            if (sizes is [long only]) computed[("office_inhabitants", printed.Subject)] = only;
        }
    }

    private void AddContacts()
    {
        if (ContactStudy.Of(planningCase) is not { } contacts) return;
        foreach (ContactRow row in contacts.Sites.Append(contacts.All))
        {
            if (row.DeclinePercent is { } decline) computed[("contact_decline_pct", row.Site ?? "all")] = decline;
        }
        foreach ((string month, _, int sum) in contacts.SumChecks) computed[("contact_sum", month)] = sum;
    }

    /// <summary>
    /// What the report's text says of the risk: which structure is highest and lowest (1 for yes, among the structures it
    /// compared), and which factors stay high, that is at a probability of 4 or 5.
    /// </summary>
    private void AddRisk(RiskAssessment risk)
    {
        foreach (PrintedFigure printed in planningCase.Figures.Printed.Where(p => p.Figure is "risk_highest" or "risk_lowest"))
        {
            StructureRisk[] among =
                [.. risk.Structures.Where(s => printed.Among.Count == 0 || printed.Among.Contains(s.Structure, StringComparer.Ordinal))];
            if (Array.Find(among, s => s.Structure == printed.Subject) is not { } named) continue;
            decimal extreme = printed.Figure == "risk_highest" ? among.Max(s => s.Total) : among.Min(s => s.Total);
            computed[(printed.Figure, printed.Subject)] = named.Total == extreme ? 1 : 0;
        }
        foreach (StructureRisk structure in risk.Structures)
        {
            string start = structure.Structure + " ";
            string[] named = [.. planningCase.Figures.Printed
                .Where(p => p.Figure == "risk_high" && p.Subject.StartsWith(start, StringComparison.Ordinal))
                .Select(p => p.Subject[start.Length..])];
            int others = 0;
            foreach (RiskScore score in structure.Scores.Where(s => s.IsAssessed))
            {
                string number = score.Factor.Number.ToString(CultureInfo.InvariantCulture);
                bool isHigh = score.Probability >= HighProbability;
                if (isHigh && !named.Contains(number, StringComparer.Ordinal)) others++;
                computed[("risk_high", start + number)] = isHigh ? 1 : 0;
            }
            computed[("risk_high", start + "others")] = others;
        }
    }
}
