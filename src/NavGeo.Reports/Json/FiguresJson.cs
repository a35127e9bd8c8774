using System.Text.Json.Nodes;
using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Money;
using NavGeo.Planning.Printed;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Risk;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Reports.Json;

/// <summary>
/// Printed figures, money, staff and risk of a comparison as plain numbers for programs, nothing rounded. What is not
/// given and cannot be computed is null.
/// </summary>
public static class FiguresJson
{
    /// <summary>All of it; texts in <paramref name="language"/>.</summary>
    public static JsonObject Of(Publication publication, RiskInputs inputs, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        PlanningCase planningCase = comparison.Study.Case;
        IReadOnlyList<TripAnswer> trips = TripAnswer.Of(planningCase);
        RiskAssessment? risk = RiskAssessment.Of(comparison, inputs);
        return new JsonObject
        {
            ["case"] = planningCase.Id,
            ["date"] = planningCase.Date,
            ["printed"] = Each(PrintedChecks.Of(comparison, trips, risk), Check),
            ["structures"] = Each(comparison.Structures, s => Structure(planningCase, s)),
            ["risk"] = risk is null ? null : Risk(risk, language),
            ["measured"] = Each(inputs.Values, v => new JsonObject
            {
                ["structure"] = v.Structure,
                ["measure"] = RiskTables.NameOf(v.Measure),
                ["value"] = v.Value,
                ["source"] = v.Source,
            }),
            ["trips"] = Each(trips, t => new JsonObject
            {
                ["question"] = t.Trip.Question,
                ["from"] = t.Trip.From,
                ["to"] = t.Trip.To,
                ["milliseconds"] = t.Time.IsReachable ? t.Time.Milliseconds : null,
                ["km"] = t.Kilometres,
            }),
            ["assumptions"] = Each(planningCase.Figures.Assumptions.All, a => new JsonObject
            {
                ["setting"] = Assumptions.NameOf(a.Key),
                ["value"] = a.Value,
                ["given"] = a.IsGiven,
                ["source"] = a.Source?.In(language),
            }),
        };
    }

    /// <summary>How files write a verdict.</summary>
    public static string NameOf(PrintedVerdict verdict) => verdict switch
    {
        PrintedVerdict.Same => "same",
        PrintedVerdict.Cut => "cut",
        PrintedVerdict.Near => "about",
        PrintedVerdict.Differs => "differs",
        _ => "not_computed",
    };

    private static JsonObject Check(PrintedCheck check) => new()
    {
        ["figure"] = check.Printed.Figure,
        ["subject"] = check.Printed.Subject,
        ["printed"] = check.Printed.Value,
        ["computed"] = check.Computed,
        ["difference"] = check.Difference,
        ["verdict"] = NameOf(check.Verdict),
        ["by_construction"] = check.Printed.IsByConstruction,
    };

    private static JsonObject Structure(PlanningCase planningCase, ComparedStructure compared)
    {
        Structure structure = compared.Structure;
        StructureStaffing staff = new StaffingStudy(planningCase).Of(structure);
        JsonObject json = ComparisonJson.Group(IndicatorCatalogue.Staff, IndicatorSubject.Of(compared));
        json.Insert(0, "id", structure.Id);
        json["moves_with_sites"] = Each(staff.MovesWithSites, Move);
        json["moves_if_gathered"] = Each(staff.MovesIfGathered, Move);
        json["influence"] = Each(MunicipalInfluence.Of(planningCase, structure), m => new JsonObject
        {
            ["kommunenummer"] = m.Municipality.Number,
            ["office"] = m.Office.Name,
            ["inhabitant_share"] = m.InhabitantShare,
            ["vote_share"] = m.VoteShare,
            ["host_share"] = m.HostShare,
            ["hosted_elsewhere"] = m.IsHostedElsewhere,
        });
        StructureMoney money = new MoneyStudy(planningCase).Of(structure);
        json["offices"] = Each(money.Offices, Money);
        json["money"] = new JsonObject
        {
            ["property_nok"] = Range(money.Total.Premises),
            ["operating_nok"] = Range(money.Total.Operation),
            ["difference_nok"] = Range(money.Total.Difference),
            ["once_nok"] = money.Total.Once,
            ["sites_without_cost"] = new JsonArray([.. money.Total.SitesWithoutCost.Select(s => (JsonNode)s)]),
        };
        return json;
    }

    private static JsonObject Move(StaffMove move) => new()
    {
        ["from"] = move.From,
        ["to"] = move.To,
        ["fte"] = move.Equivalents,
        ["estimate"] = move.IsEstimate,
    };

    private static JsonObject? Range(NokRange? nok) => nok is { } range ? new() { ["least"] = range.Least, ["most"] = range.Most } : null;

    private static JsonObject Money(OfficeMoney office) => new()
    {
        ["office"] = office.Office.Name,
        ["inhabitants"] = office.Inhabitants,
        ["fte_state"] = office.Equivalents?.State,
        ["fte_municipal"] = office.Equivalents?.Municipal,
        ["key_state_pct"] = office.Key?.StatePercent,
        ["municipal_per_1000"] = office.MunicipalPerThousand,
        ["property_nok"] = office.Property,
        ["property_state_nok"] = office.PropertySplit?.State,
        ["property_municipal_nok"] = office.PropertySplit?.Municipal,
        ["operating_nok"] = office.Operating,
        ["base_allocation_before"] = office.AllocationBefore,
        ["base_allocation_after"] = office.AllocationAfter,
        ["shares"] = Each(office.Shares, s => new JsonObject
        {
            ["kommunenummer"] = s.Municipality.Number,
            ["before_nok"] = s.Before,
            ["premises_before_nok"] = s.PremisesBefore,
            ["premises_nok"] = s.Premises,
            ["operation_before_nok"] = s.OperationBefore,
            ["joint_nok"] = s.Joint,
            ["after_nok"] = s.After,
            ["supplement_nok"] = s.Supplement,
            ["total_nok"] = s.Total,
        }),
    };

    private static JsonObject Risk(RiskAssessment risk, UserLanguage language) => new()
    {
        ["factors"] = risk.Factors.Count,
        ["counted"] = new JsonArray([.. risk.Counted.Select(f => (JsonNode)f.Number)]),
        ["ranking"] = new JsonArray([.. risk.Ranking.Select(s => (JsonNode)s.Structure)]),
        ["structures"] = Each(risk.Structures, s => new JsonObject
        {
            ["id"] = s.Structure,
            ["total"] = s.Total,
            ["scores"] = Each(s.Scores, c => new JsonObject
            {
                ["factor"] = c.Factor.Number,
                ["name"] = c.Factor.Name.In(language),
                ["probability"] = c.Probability,
                ["consequence"] = c.Consequence,
                ["risk"] = c.Risk,
                ["voters"] = c.Voters,
                ["least"] = c.Spread?.Least,
                ["most"] = c.Spread?.Most,
                ["measured"] = c.Measured?.Value,
                ["measured_probability"] = c.MeasuredProbability,
            }),
        }),
        ["flips"] = Each(risk.Flips(), f => new JsonObject { ["factor"] = f.Factor.Number, ["weight"] = f.Weight }),
    };

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Select(i => (JsonNode)write(i))]);
}
