namespace NavGeo.Planning.Regions;

/// <summary>A named rule that divides municipalities into regions. A pure function of the market and its own parameters.</summary>
public interface IRegionRule
{
    /// <summary>As users write it after <c>--rule</c>: ba2020, ttwa, lma, time, fixed.</summary>
    string Name { get; }

    /// <summary>Whether the rule can do without commuting.</summary>
    bool NeedsCommuting { get; }

    /// <summary>Every parameter by name, in a fixed order, for exports.</summary>
    IReadOnlyList<KeyValuePair<string, object>> Parameters { get; }

    /// <summary>Puts every municipality of the market into exactly one region.</summary>
    RegionDivision Divide(LabourMarket market);
}
