using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Money;

/// <summary>Which municipality pays what.</summary>
public sealed partial class MoneyStudy
{
    private MunicipalShare[] Shares(Structure structure, Office office, Office[] today, CostKey key, decimal operating)
    {
        Municipality[] members = [.. office.Municipalities.Select(m => municipalities[m])];
        decimal joint = key.Split(operating, Rounding).Municipal + JointPremises(structure, office, today, key);
        if (People(office) == 0 || today.Any(o => KeyToday(o) is null || Kept(o).Any(s => KnownPremises(baseline, s) is null))) return [];
        Dictionary<string, decimal> jointly = ByPeople(office, joint);
        decimal percent = Setting(AssumptionKey.AdministrationSupplement);
        var supplements = members.ToDictionary(
            m => m.Number,
            m => office.Host is null || IsHost(office, m) ? 0 : decimal.Round(jointly[m.Number] * percent / 100, 0, MidpointRounding.AwayFromZero),
            StringComparer.Ordinal);
        if (members.FirstOrDefault(m => IsHost(office, m)) is { } host) supplements[host.Number] = -supplements.Values.Sum();
        return [.. members.Select(m => Share(structure, office, m) with { Joint = jointly[m.Number], Supplement = supplements[m.Number] })];
    }

    private decimal JointPremises(Structure structure, Office office, Office[] today, CostKey key) =>
        ArePremisesJoint || AddedTo(structure, office) != 0
            ? key.Split(AddedTo(structure, office) + (ArePremisesJoint ? today.Sum(o => KeptOf(structure, o, office)) : 0), Rounding).Municipal : 0;

    /// <summary>What a municipality pays today, and what it goes on paying for the premises of its own office of today.</summary>
    private MunicipalShare Share(Structure structure, Office office, Municipality municipality)
    {
        var none = new MunicipalShare(municipality);
        if (baseline.Offices.FirstOrDefault(o => o.Serves(municipality)) is not { } own || KeyToday(own) is not { } key) return none;
        if (!own.Municipalities.Contains(municipality.Number, StringComparer.Ordinal) || Equivalents(own.Municipalities) is not { } fte) return none;
        decimal operating = key.Split((fte.State + fte.Municipal) * Setting(AssumptionKey.OperatingNok), Rounding).Municipal;
        return none with
        {
            PremisesBefore = Part(KeptOf(baseline, own, own)),
            OperationBefore = ByPeople(own, operating)[municipality.Number],
            Premises = ArePremisesJoint ? 0 : Part(KeptOf(structure, own, office)),
        };

        decimal Part(decimal nok) => ByPeople(own, key.Split(nok, Rounding).Municipal)[municipality.Number];
    }

    /// <summary>A sum by inhabitants in whole kroner; what is left goes to the host, or the largest.</summary>
    private Dictionary<string, decimal> ByPeople(Office office, decimal nok)
    {
        Municipality[] members = [.. office.Municipalities.Select(m => municipalities[m])];
        Municipality payer = members.FirstOrDefault(m => IsHost(office, m)) ?? members.MaxBy(m => m.Population)!;
        decimal people = Math.Max(1, People(office));
        var parts = members.ToDictionary(m => m.Number, m => decimal.Floor(nok * m.Population / people), StringComparer.Ordinal);
        parts[payer.Number] += nok - parts.Values.Sum();
        return parts;
    }
}

/// <summary>What one municipality pays of the municipal part of its office's premises and operation, NOK a year.</summary>
/// <param name="Municipality">The municipality.</param>
public sealed record MunicipalShare(Municipality Municipality)
{
    /// <summary>Today for premises; null where a cost or a key of its office is not known.</summary>
    public decimal? PremisesBefore { get; init; }

    /// <summary>Today for operation; null likewise.</summary>
    public decimal? OperationBefore { get; init; }

    /// <summary>Under the structure, for premises that are paid as today.</summary>
    public decimal Premises { get; init; }

    /// <summary>Under the structure, of what the municipalities share by inhabitants; without the supplement.</summary>
    public decimal Joint { get; init; }

    /// <summary>What it pays the host for administration; negative for the host, who receives it.</summary>
    public decimal Supplement { get; init; }

    /// <summary>What it pays in all today.</summary>
    public decimal? Before => PremisesBefore + OperationBefore;

    /// <summary>Under the structure without the supplement.</summary>
    public decimal After => Premises + Joint;

    /// <summary>What it pays in all under the structure.</summary>
    public decimal Total => After + Supplement;

    /// <summary>More (positive) or less than today.</summary>
    public decimal? Change => Total - Before;
}
